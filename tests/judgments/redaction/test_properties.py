"""Without a list: whatever the parties of the head are called and wherever they stand, none survives (R30)."""

from hypothesis import given
from hypothesis import strategies as st

from liwan_court.privacy.folding import comparable
from tests.hypothesis_runs import examples
from tests.judgments.redaction.making import judgment, public, redacted

SURNAMES = st.sampled_from(["沈", "何", "陆", "童", "欧阳", "曾", "邓", "黎", "谭", "司马"])
GIVEN = st.text("立秀莲兰翠英德良敏静晓芳丽娟超勇磊洋艳霞辉鹏", min_size=2, max_size=2)
PEOPLE = st.builds(lambda surname, given: surname + given, SURNAMES, GIVEN)
STEMS = st.text("粤荔鹏达鑫盛隆泰恒昌瑞祥", min_size=2, max_size=3)
COMPANIES = st.builds(
    lambda stem, trade: f"广州{stem}{trade}有限公司",
    STEMS,
    st.sampled_from(["贸易", "物业管理", "装饰工程", "（荔湾）投资"]),
)
BREAKS = st.sampled_from(["", " ", "　", "\u200b", "\u00a0", "\n", "\u00ad", "\t"])
PLACES = st.sampled_from(
    [
        "{}到庭。",
        "由{}承担责任。",
        "款项转给{}",
        "与{}签订合同",
        "“{}”签名",
        "（{}）",
        "查封{}名下的财产",
        "、{}、",
        "{}等五人",
        "证明{}欠款",
        "{}：",
        "将{}的货物",
    ]
)


@st.composite
def broken(draw, name):
    return name[0] + "".join(draw(BREAKS) + character for character in name[1:])


@st.composite
def cases(draw):
    people = draw(st.lists(st.one_of(PEOPLE, COMPANIES), min_size=2, max_size=4, unique=True))
    mentions = [
        draw(PLACES).format(draw(broken(draw(st.sampled_from(people)))))
        for _ in range(draw(st.integers(1, 6)))
    ]
    return people, mentions


def text_of(people, mentions):
    head = "\n".join(
        f"{role}：{name}，住广州市荔湾区多宝路{number}号。"
        for number, (role, name) in enumerate(zip(["原告"] + ["被告"] * 9, people, strict=False), 3)
    )
    procedure = f"原告{people[0]}与被告{people[1]}买卖合同纠纷一案，现已审理终结。"
    return judgment(
        parties=head,
        procedure=procedure,
        pleadings="",
        facts="经审理查明：" + "".join(m.replace("\n", "⏎") for m in mentions),
    )


@examples(60)
@given(cases())
def test_no_name_survives_wherever_it_stands(case):
    people, mentions = case
    text = comparable(public(redacted(text_of(people, mentions))))
    assert not [name for name in people if comparable(name) in text]


@examples(40)
@given(st.lists(st.text("原被告诉称辩，。“”：；（）张三甲\n　1号路住", max_size=40), max_size=20))
def test_no_text_breaks_the_engine(lines):
    edition = redacted("\n".join(lines))
    assert edition.status in ("ready", "held", "refused")
