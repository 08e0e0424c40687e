"""Traps 1 to 21: how a name is written, broken, doubled and spelt."""

from __future__ import annotations

from tests.blind.lantern.frames import DOUBTFUL, EITHER, HELD, Doc, firm_lines, person_line, signature
from tests.blind.lantern.matters import loan, partnership
from tests.blind.lantern.pack import BR, CUT, OPEN, PAGE, RENDERED, SHUT, TAB
from tests.blind.lantern.people import Cast
from tests.blind.lantern.suits import criminal, execution, suit
from tests.heldback.markup import secret, soft


def t01_no_colon(c: Cast) -> Doc:
    p, d = c.person(), c.by("person", "firm")
    against = c.person() if d == "person" else c.firm()
    doc = suit(c, p, against)
    tail = (
        [person_line(c, "被告", against, mark="")]
        if d == "person"
        else firm_lines(c, "被告", against, mark="")
    )  # type: ignore[arg-type]
    doc.head = [person_line(c, "原告", p, mark=""), *tail]
    return doc


def t02_spaced(c: Cast) -> Doc:
    name = c.short_name()
    p = c.person(name)
    first, second = c.by("　\u00a0", " \u200b")
    wide, odd = secret("n", first.join(name)), secret("n", second.join(name))
    doc = suit(c, p, c.person())
    doc.head[0] = person_line(c, "原告", p, name=wide, mark="：")
    doc.swap(str(p), wide, "procedure")
    doc.swap(str(p), odd, "order")
    return doc


def t03_broken(c: Cast) -> Doc:
    name = "欧阳" + c.given() if c.variant else c.fresh_name()
    p, d = c.person(), c.person(name)
    doc = suit(c, p, d)
    for part, mark in zip(
        ("procedure", "facts", "order"), c.by(BR + TAB + "\u00ad", PAGE + "\u00ad" + RENDERED), strict=True
    ):
        doc.swap(str(d), secret("n", name[:1] + mark + name[1:]), part)
    return doc


def t04_runs(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d)
    for one in (p, d):
        doc.swap(
            str(one),
            secret("n", f"{one.name[0]}{CUT}{OPEN}{one.name[1:-1]}{SHUT}{CUT}{one.name[-1]}"),
            "head",
            "procedure",
            "facts",
            "order",
        )
    smart = (
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">',
        "</w:smartTag>",
    )
    control = "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"
    doc.package.wrap = control if c.variant else smart
    return doc


def t04_hyperlink(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d)
    doc.swap(str(d), secret("n", f"{OPEN}{d.name[:-1]}{SHUT}{d.name[-1]}"), "facts", "order")
    link = '<w:hyperlink w:anchor="top">', "</w:hyperlink>"
    simple = '<w:fldSimple w:instr=" REF mark ">', "</w:fldSimple>"
    doc.package.wrap = simple if c.variant else link
    return doc


def t04_inserted(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d)
    doc.swap(str(d), secret("n", f"{d.name[0]}{OPEN}{d.name[1:]}{SHUT}"), "facts")
    start = '<w:ins w:id="{}" w:author="{}" w:date="2019-05-06T09:00:00Z">'
    doc.package.wrap = start.format(7, c.by("打字员", "书记员")), "</w:ins>"
    doc.statuses = HELD
    return doc


def t05_prefix(c: Cast) -> Doc:
    short = c.short_name()
    longer = c.person(short + c.pick("怡", "彤", "霖"))
    p, d = (c.person(short), longer) if c.variant else (longer, c.person(short))
    return suit(c, p, d, loan if c.variant else partnership)


def t06_place(c: Cast) -> Doc:
    name, court = c.by(("高明", "佛山市高明区人民法院"), ("白云", "广州市白云区人民法院"))  # type: ignore[misc]
    p, d = c.person(), c.person(name)
    doc = suit(c, p, d, loan)
    doc.facts.insert(-1, f"另查明，{court}曾因另一债权人的申请查封了{d}名下的小型汽车一辆，该查封现已解除。")
    doc.statuses = EITHER
    return doc


def t06_phrase(c: Cast) -> Doc:
    name, phrase = c.by(("高明", "其隐瞒负债的手段并不高明"), ("方正", "对账单的字体为方正仿宋"))  # type: ignore[misc]
    p, d = c.person(), c.person(name)
    doc = suit(c, p, d, loan)
    doc.facts.insert(-1, f"另查明，双方在庭审中对款项用途陈述不一，{phrase}。")
    doc.statuses = DOUBTFUL
    return doc


def t07_street(c: Cast) -> Doc:
    name, street = c.by(("王路", "白云区太和镇王路村"), ("林和", "天河区林和西路"))  # type: ignore[misc]
    d = c.person(name, where=c.address(street="广州市" + street))
    doc = suit(c, c.person(), d, loan)
    doc.statuses = EITHER
    return doc


def t08_insurer(c: Cast) -> Doc:
    name, other = c.by(("平安", "平安保险公司"), ("康泰", "广州康泰医院"))  # type: ignore[misc]
    d = c.person(name)
    doc = suit(c, c.person(), d, loan)
    doc.facts.insert(-1, f"诉讼中，{d}提交了由{other}开具的收据，拟证明其支出情况，该收据与本案没有关联。")
    doc.statuses = DOUBTFUL
    return doc


def t09_same_as_judge(c: Cast) -> Doc:
    name = c.fresh_name()
    d = c.person(name)
    doc = suit(c, c.person(), d)
    doc.signature = signature(c, names=(c.official(name),))
    doc.statuses = EITHER
    return doc


def t10_head_same_as_judge(c: Cast) -> Doc:
    firm = c.firm()
    doc = suit(c, c.person(), firm) if c.variant else suit(c, firm, c.firm())
    doc.signature = signature(c, names=(c.official(firm.head.name),))
    doc.statuses = EITHER
    return doc


def t11_notary(c: Cast) -> Doc:
    name, office = c.by(("方圆", "广东省广州市方圆公证处"), ("南粤", "广东省广州市南粤公证处"))  # type: ignore[misc]
    p = c.person(name)
    doc = suit(c, p, c.person(), loan)
    doc.facts.insert(-1, f"又查明，上述微信聊天记录已由{office}进行证据保全公证，并出具公证书。")
    doc.statuses = EITHER
    return doc


def t12_one_apart(c: Cast) -> Doc:
    family, last = c.by("沈兰", "梁英")
    p, d = c.person(family + c.by("金", "玉") + last), c.person(family + c.by("秀", "月") + last)
    return suit(c, p, d, partnership if c.variant else loan)


def t13_five(c: Cast) -> Doc:
    people = [c.person(("沈" if i % 2 else "柳") + c.given()) for i in range(5)]
    d = c.firm()
    if c.variant:
        doc = execution(c, people[0], d)
        doc.head[:1] = [person_line(c, "申请执行人", one) for one in people]
        doc.swap(str(people[0]), f"{people[0]}等五人", "procedure", "facts", "order")
        return doc
    doc = suit(c, people[0], d)
    doc.head[:1] = [person_line(c, "原告", one) for one in people]
    doc.swap(str(people[0]), f"{people[0]}等五人", "procedure", "claims", "facts", "order", "tail")
    return doc


def t13_brothers(c: Cast) -> Doc:
    family = c.by("岳", "宫")
    p, a, b = c.person(), c.person(family + c.given()), c.person(family + c.given())
    doc = suit(c, p, a, loan)
    doc.head.append(person_line(c, "被告", b))
    doc.swap(str(a), f"{a}、{b}", "procedure", "defence", "order", "tail")
    words = c.by(f"{family}氏兄弟", f"二{family}")
    doc.facts.insert(-1, f"另查明，{a}与{b}系同胞兄弟，借款由{soft(words)}共同使用。")
    doc.statuses = EITHER
    return doc


def t14_also_known(c: Cast) -> Doc:
    other, nick = secret("a", c.fresh_name()), secret("a", c.by("阿九", "肥仔强"))
    a = c.person()
    if c.variant:
        doc = criminal(c, a)
        doc.head[1] = doc.head[1].replace(str(a), f"{a}（别名{other}，绰号“{nick}”）", 1)
        doc.facts.insert(-1, f"证人{c.official()}证言：案发前一天，{nick}约其次日去步行街，其没有答应。")
        return doc
    doc = suit(c, c.person(), a, loan)
    doc.recast(a, person_line(c, "被告", a, name=f"{a}（又名{other}，绰号“{nick}”）"))
    doc.facts.insert(
        -1, f"另查明，微信聊天记录中备注为“{nick}”的账号由{a}使用，收据上的签名“{other}”亦为{a}本人所签。"
    )
    return doc


def t15_former_name(c: Cast) -> Doc:
    old = secret("a", c.fresh_name())
    a = c.person()
    doc = suit(c, a, c.person(), loan)
    doc.head[0] = person_line(c, "原告", a, name=f"{a}（{c.by('曾用名：', '曾用名为')}{old}）", mark="")
    doc.facts.insert(-1, f"另查明，借条中出借人一栏书写的姓名为“{old}”，{old}系{a}更名前的姓名。")
    return doc


def t15_former_is(c: Cast) -> Doc:
    old = secret("a", c.fresh_name())
    a = c.person()
    doc = suit(c, c.person(), a, partnership)
    doc.recast(a, person_line(c, "被告", a, name=f"{a}{c.by(f'（曾用名系{old}）', f'，曾用名{old}')}"))
    doc.facts.insert(-1, f"协议书落款处乙方签名为{old}。")
    return doc


def t16_traditional(c: Cast) -> Doc:
    plain, old = c.by(("张志坚", "張志堅"), ("陈伟东", "陳偉東"))  # type: ignore[misc]
    d = c.person(plain)
    doc = suit(c, c.person(), d, loan)
    doc.facts.insert(-1, f"另查明，借条落款处的签名为“{secret('n', old)}”，{d}确认系其本人以繁体字书写。")
    doc.statuses = EITHER
    return doc


def t16_variant(c: Cast) -> Doc:
    plain, odd = c.by(("梁昇华", "梁升华"), ("赖堃元", "赖坤元"))  # type: ignore[misc]
    d = c.person(plain)
    doc = suit(c, c.person(), d, loan)
    doc.swap(f"{d}未还款", f"{soft(odd)}未还款", "facts")
    doc.statuses = DOUBTFUL
    return doc


def t16_typing_error(c: Cast) -> Doc:
    plain, wrong = c.by(("江海珊", "江海姗"), ("罗建锋", "罗建峰"))  # type: ignore[misc]
    d = c.person(plain)
    doc = suit(c, c.person(), d, loan)
    doc.order[1] = doc.order[1].replace(str(d), soft(wrong))
    doc.statuses = HELD
    return doc


def t17_middle_dot(c: Cast) -> Doc:
    first, last = c.by(("买买提", "吐尔逊"), ("阿卜杜拉", "热合曼"))  # type: ignore[misc]
    d = c.person(f"{first}·{last}")
    doc = suit(c, c.person(), d, loan)
    for part, dot in (("procedure", "•"), ("facts", "．"), ("reasons", "・"), ("order", "‧")):
        doc.swap(str(d), secret("n", f"{first}{dot}{last}"), part)
    return doc


def t18_foreigner(c: Cast) -> Doc:
    latin, chinese = c.by(("JOHN SMITH", "约翰·史密斯"), ("MARIA LOPEZ", "玛丽亚·洛佩兹"))  # type: ignore[misc]
    d = c.person(chinese)
    c.parties.remove(chinese)
    doc = suit(c, c.person(), d, loan)
    number = secret("i", f"{c.pick('G', 'E')}{c.number(10000000, 99999999)}")
    doc.recast(
        d,
        (
            f"被告：{secret('n', latin)}（{d}），{d.sex}，{d.born}出生，美利坚合众国国籍，现住{d.where}，护照号码{number}。"
        ),
    )
    doc.facts.insert(-1, f"借条落款处签有“{secret('n', latin)}”字样，{d}确认为其亲笔签名。")
    return doc


def t18_pinyin(c: Cast) -> Doc:
    name, latin = c.by(("谷文杰", "Gu Wenjie"), ("雷敏仪", "Lui Man Yee"))  # type: ignore[misc]
    d = c.person(name)
    doc = suit(c, c.person(), d, loan)
    doc.recast(d, person_line(c, "被告", d, name=f"{d}（英文名：{secret('a', latin)}）"))
    doc.facts.insert(-1, f"收款账户的户名为{secret('a', latin)}，系{d}在香港开立。")
    return doc


def t19_single_letter(c: Cast) -> Doc:
    d = c.person(c.by("堃", "昪"))
    doc = suit(c, c.person(), d, loan)
    doc.statuses = HELD
    return doc


def t19_latin_letter(c: Cast) -> Doc:
    p = c.person(c.by("Q", "Z"))
    doc = suit(c, p, c.person(), partnership)
    doc.statuses = HELD
    return doc


def t20_rare(c: Cast) -> Doc:
    d = c.person(c.by("吕怣仪", "吴𠮷昌"))
    return suit(c, c.person(), d)


def t20_private_glyph(c: Cast) -> Doc:
    d = c.person(c.by("吕\ue5e5仪", "吴\ue7c3昌"))
    doc = suit(c, d, c.person())
    doc.statuses = EITHER
    return doc


def t21_already_masked(c: Cast) -> Doc:
    if c.variant:
        a, b = c.person("秦某1"), c.person("秦某2")
        return suit(c, a, b, loan)
    return suit(c, c.person("张某某"), c.person("黄某甲"))


ALL = (
    t01_no_colon,
    t02_spaced,
    t03_broken,
    t04_runs,
    t04_hyperlink,
    t04_inserted,
    t05_prefix,
    t06_place,
    t06_phrase,
    t07_street,
    t08_insurer,
    t09_same_as_judge,
    t10_head_same_as_judge,
    t11_notary,
    t12_one_apart,
    t13_five,
    t13_brothers,
    t14_also_known,
    t15_former_name,
    t15_former_is,
    t16_traditional,
    t16_variant,
    t16_typing_error,
    t17_middle_dot,
    t18_foreigner,
    t18_pinyin,
    t19_single_letter,
    t19_latin_letter,
    t20_rare,
    t20_private_glyph,
    t21_already_masked,
)
