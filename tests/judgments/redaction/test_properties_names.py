"""With a confirmed list no name survives in anything public, whatever the parties are called and wherever they stand (R30)."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from judgments.redaction.edition import Party
from judgments.redaction.names import kind_of
from tests.hypothesis_runs import examples
from tests.judgments.redaction import strategies as draw_from


@st.composite
def cases(draw):
    person = draw(draw_from.PEOPLE)
    other = draw(
        st.one_of(draw_from.PEOPLE, draw_from.FIRMS).filter(
            lambda name: draw_from.seen(name) != draw_from.seen(person)
        )
    )
    names = [person, other]
    places = draw(st.lists(st.sampled_from(draw_from.PLACES), min_size=1, max_size=4, unique=True))
    mentions = {
        place: draw(draw_from.MENTIONS).format(draw(draw_from.written(draw(st.sampled_from(names)))))
        for place in places
    }
    return names, mentions, draw(st.lists(st.integers(0, 40), max_size=6))


def file_of(names, mentions, cuts):
    head = "\n".join(
        f"{role}：{name}，住广州市荔湾区多宝路{number}号。"
        for role, name, number in zip(("原告", "被告"), names, (37, 52), strict=True)
    )
    procedure = f"原告{names[0]}与被告{names[1]}买卖合同纠纷一案，本案现已审理终结。"
    return draw_from.file_of(mentions, head, procedure, cuts)


def test_no_party_of_a_confirmed_list_survives_in_any_artefact():
    statuses = Counter()

    @examples(90)
    @given(cases())
    def look(case):
        names, mentions, cuts = case
        listed = [
            Party(role, name, kind_of(name)) for role, name in zip(("原告", "被告"), names, strict=True)
        ]
        edition, artefacts = draw_from.published(file_of(names, mentions, cuts), listed)
        statuses[edition.status] += 1
        if edition.status == "ready":
            shown = draw_from.everything_shown(artefacts)
            assert not [name for name in names if draw_from.seen(name) in shown]

    look()
    assert statuses["ready"] > 0.7 * statuses.total(), statuses
