"""Input nobody would wish for: lists that contradict, names that are words, hundreds of parties, a megabyte in one line.

None of it breaks; what cannot be done well is held, never refused, and says why. How long it takes is measured in
`tests/benchmarks/test_bad_input_speed.py`: ten seconds of a processor are promised for each.
"""

import json
import time
from itertools import pairwise

import pytest

from judgments.redaction.edition import Party
from judgments.redaction.engine import redact
from judgments.redaction.job import Job, run
from tests.documents import package, paragraph
from tests.hypothesis_runs import FAULTS
from tests.judgments.redaction.making import PARTIES, blocking, document, judgment, public, redacted

FILLER = "双方对合同的签订、履行和解除的经过陈述一致，并有合同、送货单和对账单相互印证，本院予以采信。"
TWO = (Party("原告", "沈立平"), Party("被告", "何秀莲"))
SURNAMES, FIRST, SECOND = (
    "沈何陆童曾邓黎谭梁冯",
    "立秀兰翠英德良敏静晓芳丽娟超勇磊洋艳霞辉",
    "平莲鹏军珊薇钰瑾",
)


def many(count):
    """Different names of three characters, a prime step apart so that few are alike."""
    return [SURNAMES[i % 10] + FIRST[i // 10 % 20] + SECOND[(i * 7 + i // 200) % 8] for i in range(count)]


def megabyte(text):
    return text * (1_000_000 // len(text))


@pytest.mark.parametrize(
    "listed",
    [
        (),
        (*TWO, Party("被告", "沈立平")),
        (Party("被告", "沈立平"), Party("原告", "何秀莲")),
        (*TWO, Party("第三人", "周兰英")),
        (Party("原告", "沈立平"),),
        (Party("原告", "广州粤荔贸易有限公司", "organisation"), Party("被告", "何秀莲")),
        (Party("原告", "沈立"), Party("被告", "何秀莲")),
    ],
    ids=["empty", "one name twice", "roles exchanged", "one too many", "one missing", "another party", "half a name"],
)  # fmt: skip
def test_a_list_that_contradicts_the_document_is_held_and_says_why(listed):
    edition = redact(document(judgment()), parties=listed)
    assert "parties_contradict" in blocking(edition)
    assert any("名单" in reason for reason in edition.reasons)
    assert "沈立平" not in public(edition)


@pytest.mark.parametrize(
    "name", ["高明", "平安", "方圆", "时间", "于是", "公司", "原告", "本院", "法院", "判决"]
)
def test_a_party_named_like_a_word_is_masked_where_it_is_certain_and_else_held(name):
    head = f"原告：{name}，男，住广州市荔湾区多宝路7号。\n被告：何秀莲，女。"
    facts = f"经审理查明：{name}的手段。原告{name}到庭。"
    text = judgment(
        parties=head, procedure=f"原告{name}与被告何秀莲民间借贷纠纷一案，现已审理终结。", facts=facts
    )
    edition = redact(document(text), parties=(Party("原告", name), TWO[1]))
    assert edition.status != "refused"
    assert f"原告{name}到庭" not in public(edition)
    assert "何秀莲" not in public(edition)


@pytest.mark.parametrize("alias", ["", " ", "\u200b", "×××", "，", "x"])
def test_an_alias_that_says_nothing_changes_nothing(alias):
    listed = (Party("原告", "沈立平", aliases=(alias,)), TWO[1])
    assert public(redact(document(judgment()), parties=listed)) == public(redacted(judgment()))


def test_three_hundred_parties_are_all_found_and_masked():
    names = many(300)
    lines = [
        f"{'原告' if i < 150 else '被告'}：{name}，男，住广州市荔湾区多宝路{i + 1}号。"
        for i, name in enumerate(names)
    ]
    story = "".join(f"{one}付款给{other}。" for one, other in pairwise(names))
    text = judgment(
        parties="\n".join(lines), procedure="本案现已审理终结。", pleadings="", facts=f"经审理查明：{story}"
    )
    listed = [Party("原告" if i < 150 else "被告", name) for i, name in enumerate(names)]
    edition = redact(document(text), parties=listed)
    assert {party.name for party in edition.parties} == set(names)
    shown = public(edition)
    assert not [name for name in names if name in shown]
    assert "多宝路×××" in shown
    assert "多宝路1" not in shown


ONE_PARAGRAPH = {
    "ordinary text": megabyte(FILLER),
    "names": megabyte("沈立平付款给何秀莲。"),
    "digits": megabyte("1234567890"),
    "identity numbers": megabyte("440103198001011234，"),
}
MORE = {
    "one name": megabyte("沈立平"),
    "addresses": megabyte("广州市荔湾区多宝路7号"),
    "other addresses": megabyte("广州市荔湾区宝华路17号，"),
    "line breaks": megabyte("沈立平付款给何秀莲。⏎"),
    "commas": megabyte("，"),
    "brackets": megabyte("（"),
    "quotation marks": megabyte("“"),
    "blanks": megabyte("\u3000") + "完",
    "invisible": megabyte("沈\u200b立平"),
    "accounts": megabyte("账号6222021234567890123，"),
    "aliases": megabyte("沈立平（以下简称阿平），"),
    "labels": megabyte("原告"),
    "one Han character": megabyte("一"),
    "Latin": megabyte("abcdefgh "),
    "mails": megabyte("a@b."),
    "shops": megabyte("经营“荔湾鱼庄”，"),
}


@pytest.mark.parametrize("what", [*ONE_PARAGRAPH, *(MORE if FAULTS else ())])
def test_a_megabyte_in_one_paragraph_is_masked_or_held(what, tmp_path):
    text = judgment(facts="经审理查明：⏎" + {**ONE_PARAGRAPH, **MORE}[what])
    done = job_of(text, tmp_path)
    assert done["status"] in ("ready", "held")
    assert done["status"] == "ready" or any("\u4e00" <= c <= "\u9fff" for c in "".join(done["reasons"]))
    assert "沈立平" not in done["shown"]


def megabyte_of(what):
    """A judgment with a megabyte of claims, or of parties in its head."""
    if what == "claims":
        claims = megabyte(FILLER[:-8] + "。")
        return judgment(pleadings=f"沈立平向本院提出诉讼请求：{claims}\n何秀莲辩称，已还。")
    return judgment(parties=f"{PARTIES}\n第三人：{'、'.join(many(1600) * 150)}，均住广州市。")


@pytest.mark.parametrize("what", ["claims", "head"] if FAULTS else ["claims"])
def test_a_megabyte_of_claims_or_parties_is_done_or_held(what, tmp_path):
    done = job_of(megabyte_of(what), tmp_path)
    assert done["status"] in ("ready", "held")


def test_a_judgment_of_one_paragraph_costs_what_its_length_costs():
    """Head, pleadings and facts behind line breaks in one paragraph: four times the text, about four times the time."""
    taken = []
    for size in (1, 4):
        text = judgment(facts="经审理查明：⏎" + "沈立平（以下简称阿平）付款给何秀莲。⏎" * 2000 * size)
        runs = []
        for _ in range(2):
            begin = time.process_time()
            edition = redact(document(text.replace("\n", "⏎")))
            runs.append(time.process_time() - begin)
        taken.append(min(runs))
        assert "沈立平" not in public(edition)
    assert taken[1] < 10 * taken[0]


def test_five_thousand_paragraphs_are_all_masked(tmp_path):
    lines = "\n".join([f"沈立平付款给何秀莲。{FILLER}"] * 5000)
    done = job_of(judgment(facts=f"经审理查明：属实。\n{lines}"), tmp_path)
    assert done["status"] == "ready"
    assert done["shown"].count("×××付款给×××。") == 5000


def job_of(text, folder):
    """One job from file to files: how it ended, why, what it shows."""
    source = folder / "upload.docx"
    source.write_bytes(package("".join(paragraph(line.replace("⏎", "\n")) for line in text.split("\n"))))
    result = run(Job(str(source), str(folder / "out")))
    report = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    shown = (folder / "out" / "public.txt").read_text(encoding="utf-8")
    return {"status": result.status, "reasons": report["reasons"], "shown": shown}
