# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The words the engine reads a judgment by: labels of parties, of people beside them, endings of organisations' names.

All patterns are for text folded by `fold_for_numbers` (half-width punctuation, single blanks), labels may be spaced (原 告).
"""

from __future__ import annotations

import re
from typing import Final

ROLES: Final = (
    "刑事附带民事诉讼原告人", "刑事附带民事诉讼被告人", "附带民事诉讼原告人", "附带民事诉讼被告人", "附带民事诉讼原告", "附带民事诉讼被告",
    "附带民事原告人", "附带民事被告人", "有独立请求权的第三人", "无独立请求权的第三人", "有独立请求权第三人", "无独立请求权第三人",
    "再审被申请人", "再审申请人", "申请再审人", "被申请再审人", "复议申请人", "申请复议人", "被申请执行人", "申请执行人", "申请强制执行人", "被执行人", "被保全人", "申请保全人",
    "反诉原告", "反诉被告", "原审原告", "原审被告", "原审第三人", "一审原告", "一审被告", "一审第三人", "原审被告人", "原审自诉人", "原审上诉人",
    "原审被上诉人", "被上诉人", "上诉人", "赔偿请求人", "赔偿义务机关", "被申诉人", "申诉人", "被申请人", "申请人", "被起诉人", "起诉人",
    "被告单位", "被告人", "原告人", "被告", "原告", "被反诉人", "反诉人", "第三人", "罪犯", "被害单位", "被害人", "自诉人", "案外人", "异议人",
    "利害关系人", "债务人", "债权人", "被处罚人", "被拘留人", "被罚款人", "被申请破产人", "追加被告", "共同被告", "共同原告",
    "追加第三人", "反担保人", "执行担保人", "保全担保人", "担保人", "保证人", "协助执行人", "协助执行义务人", "被追加人", "被追加被执行人", "追加被执行人",
    "权利申报人", "申报人", "执行异议人", "被异议人", "复议被申请人", "被罚款单位", "被拘传人", "被强制医疗人", "申请追加人", "原申请执行人", "原被执行人", "竞买人", "买受人", "次债务人", "第三债务人", "被赔偿人", "被监护人", "被继承人", "提供担保人",
)  # fmt: skip
"""Roles of parties (D10), the longest form of each stem first."""

REPRESENTATIVES: Final = (
    "法定代表人", "主要负责人", "负责人", "经营者", "执行事务合伙人委派代表", "执行事务合伙人", "投资人", "业主", "实际经营人", "实际经营者",
    "诉讼代表人", "法定代理人", "代表人", "监护人", "清算组负责人", "管理人负责人", "主任", "推选的代表人",
)  # fmt: skip
AGENTS: Final = (
    "共同委托诉讼代理人", "共同委托代理人", "委托诉讼代理人", "委托代理人", "指定诉讼代理人", "诉讼代理人", "特别授权代理人", "一般授权代理人",
    "共同诉讼代理人", "复代理人", "代理人", "指定辩护人", "委托辩护人", "法律援助辩护人", "辩护人", "出庭负责人", "出庭应诉负责人",
    "出庭行政机关负责人", "出庭人员", "值班律师",
)  # fmt: skip
OFFICIALS: Final = (
    "公诉机关",
    "抗诉机关",
    "执行机关",
    "公益诉讼起诉人",
    "支持起诉机关",
    "支持起诉单位",
    "移送机关",
    "原公诉机关",
    "监督机关",
    "翻译人员",
    "翻译",
)
"""Who takes part for the court or the state, and stays: an interpreter acts for nobody (D10)."""
BENCH: Final = (
    "审判长", "代理审判员", "助理审判员", "人民陪审员", "陪审员", "审判员", "代书记员", "代理书记员", "书记员", "法官助理", "执行长", "执行员",
    "代理执行员", "独任法官", "院长", "庭长", "速录员",
)  # fmt: skip


def spaced(words: tuple[str, ...]) -> str:
    """An alternation of the words, each letter of which may be followed by blanks; longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(" *".join(re.escape(c) for c in word) for word in ordered)


NUMBERING: Final = r"(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)、.·] *)?"
_ORDINAL: Final = r"(?:第? *[一二三四五六七八九十\d]{1,3}(?= *[:：、,.(]| ))?"
QUALIFIERS: Final = rf"(?: *[(（](?:[^()（）]{{0,24}}(?:{'|'.join(ROLES)}|原告|被告|反诉|本诉|原审|一审|二审|执行人|自诉|被害)[^()（）]{{0,16}})[)）])*"
"""Brackets between the label and the name that tell of another role: 被告(反诉原告), 案外人(异议人)."""
_AND: Final = r" *[暨兼] *(?:任 *)?"
_SUPPORTING: Final = rf"(?:{spaced(REPRESENTATIVES)}|{spaced(AGENTS)})"
_ALSO_OTHER: Final = rf"(?:{_AND}{_SUPPORTING})*"
ROLE_LABEL: Final = re.compile(
    rf"{NUMBERING}(?:第[一二三四五六七八九十\d]{{1,3}})?(?P<before>{_SUPPORTING}(?:{_AND}{_SUPPORTING})*{_AND})?"
    rf"(?P<role>{spaced(ROLES)})(?P<also>(?:{_AND}(?:{spaced(ROLES)}|{_SUPPORTING}))*){_ORDINAL}(?P<qualifier>{QUALIFIERS})(?P<colon> *[::]?) *"
)
"""A party's label; 暨 and 兼 join further roles before (法定代理人暨被告) or behind it (被告暨反诉原告)."""
REPRESENTATIVE_LABEL: Final = re.compile(
    rf"{NUMBERING}(?:该?公司|上列.{{0,8}}|(?:以上|上述|[一二两三四五六七八九十各]{{1,2}}[位名个]?)[^:,。]{{0,12}}?)?(?P<role>{spaced(REPRESENTATIVES)}){_ALSO_OTHER}(?: *[(][^()]{{0,12}}[)])? *(?:[::]|为|是|系)? *"
)
AGENT_LABEL: Final = re.compile(
    rf"{NUMBERING}(?:上列?[^:,。]{{0,16}}?|[一二两三四五六七八九十各]{{1,2}}[位名个]?(?:{spaced(ROLES)})[^:,。]{{0,4}}?|(?:以上|上述)[^:,。]{{0,12}}?)?(?P<role>{spaced(AGENTS)}){_ALSO_OTHER}(?!{_AND}(?:{spaced(ROLES)}))"
    rf"(?:[一二三四五\d](?= *[::]))?(?: *[(][^()]{{0,24}}[)])? *(?:[::]|为|是|系)? *"
)
OFFICIAL_LABEL: Final = re.compile(rf"(?P<role>{spaced(OFFICIALS)}) *[::]? *")
BENCH_LABEL: Final = re.compile(rf"(?:{spaced(BENCH)})")
_ONE_LABEL: Final = rf"(?:{spaced(ROLES)}|{spaced(REPRESENTATIVES)}|{spaced(AGENTS)}|{spaced(OFFICIALS)})"
CAUSE_BEHIND_ROLE: Final = (
    r"执行(?:异议|分配)|异议之诉|撤销(?:权|之诉)|代位|债务清偿|追偿|权益|损害|违约|责任|清算"
)
"""What follows a role in the name of a cause and is no name: 案外人执行异议之诉, 债权人代位权纠纷, 被继承人债务清偿纠纷."""
ANY_LABEL: Final = rf"(?:{_ONE_LABEL}(?:{_AND}{_ONE_LABEL})*)"

ORGANISATION_ENDINGS: Final = (
    "公司", "分公司", "集团", "厂", "分厂", "工厂", "商店", "门店", "分店", "专卖店", "店", "商行", "车行", "银行", "支行", "分行", "信用社", "营业部", "经营部", "服务部",
    "门市部", "项目部", "工程部", "销售部", "中心", "研究院", "法院", "检察院", "医院", "卫生院", "学院", "研究所", "派出所", "事务所", "托儿所",
    "交易所", "委员会", "居委会", "村委会", "管委会", "业委会", "协会", "学会", "商会", "基金会", "理事会", "工会", "教会", "合作社", "经济社", "经济联合社",
    "联合社", "联社", "供销社", "旅行社", "报社", "出版社", "杂志社", "公安局", "管理局", "分局", "局", "总队", "支队", "大队", "中队", "政府", "办事处", "街道办",
    "办公室", "管理处", "工程处", "管理所", "服务站", "加油站", "工作站", "卫生站", "学校", "小学", "中学", "大学", "幼儿园", "培训机构", "酒店", "宾馆", "旅馆",
    "饭店", "酒楼", "酒家", "餐厅", "餐馆", "茶楼", "饭馆", "食府", "会所", "超市", "商场", "百货", "市场", "广场", "网吧", "俱乐部", "工作室", "摄影楼", "诊所", "门诊部",
    "药房", "药店", "养老院", "敬老院", "福利院", "博物馆", "图书馆", "展览馆", "文化馆", "农场", "林场", "养殖场", "停车场", "砖场", "种植园", "度假村", "村民小组", "生产队",
    "小组", "社区", "部队", "企业", "个体户", "经营户", "商铺", "档口", "档", "食坊", "作坊", "面馆", "美容院", "发廊", "花店", "寺", "庙", "宫", "观", "基金", "合伙企业",
    "有限合伙)", "普通合伙)", "(合伙)", "事业部", "服务社", "清算组", "管理人", "筹备组", "指挥部", "人民武装部", "海关", "税务所", "财政所", "工商所", "司法所", "国土所",
    "总公司", "总行", "总店", "总厂", "机构", "服务点", "配送站", "影院", "剧院", "书院", "书店", "画廊", "洗车场", "修理厂", "维修部", "回收站", "批发部", "贸易行", "金行", "茶行",
    "布行", "皮具行", "五金行", "装饰行", "行", "部", "站", "场", "馆", "所", "院", "社", "园", "城", "坊", "轩", "阁", "处", "队", "会", "室", "署", "庄", "铺", "吧", "舍",
)  # fmt: skip
ORGANISATION: Final = re.compile(
    rf".{{2,}}(?:{'|'.join(re.escape(e) for e in ORGANISATION_ENDINGS)})$", re.DOTALL
)
COMPANY_WORD: Final = re.compile(
    r"公司|集团|企业|合作社|委员会|银行|事务所|政府|医院|学校|大学|中心|经营部|商行"
)
