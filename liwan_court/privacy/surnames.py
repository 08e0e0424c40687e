# ruff: noqa: E501, SIM905  (word lists read better unbroken)
"""Chinese family names, for telling a person's name from other words. Usual ones only: a list of evidence, not of truth."""

from __future__ import annotations

from typing import Final

SINGLE: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董"
    "梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程"
    "嵇邢裴陆荣翁荀羊惠甄曲家封芮储靳汲糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎"
    "蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕"
    "连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游竺权"
    "盖益桓公仉涂肖付代覃区冼麦邝佘揭原降买迟战初占丛仝佟亓闫岳帅苟揣晋楚法汝缑亢况海墨年爱阳佴商牟展盘骈矫粟操茶逯官冒么乜释撒信植滑拜"
    "招禤脱佴练粘呙咎啜圭奉妫昝柒栗梦楷檀毋沃沐洗渠漆牙璩皋睢笪綦羿翦艾芈茆苌莘菅蒯藏訾贝赏辜郇郏郐郗鄢鄣钭锺雒颉鹿俸贠仵铁隋庹帖枚戢佃候尧逮郄宓蹇厍缐芦闵镇钮"
)
"""One-character family names."""

COMPOUND: Final = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 万俟 闻人 赫连 澹台 申屠 太叔 公冶 "
    "濮阳 淳于 单于 钟离 鲜于 闾丘 亓官 呼延 西门 百里 东郭 南门 左丘 梁丘 第五 拓跋 完颜 爱新 叶赫 那拉 陈梁 范姜".split()
)
"""Two-character family names."""


def surname_of(name: str) -> str | None:
    """The family name at the start of `name`, None where none is known."""
    if name[:2] in COMPOUND:
        return name[:2]
    return name[0] if name and name[0] in SINGLE else None
