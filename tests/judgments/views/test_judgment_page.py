"""The page of a judgment, its files and its tombstone (R37, D14)."""

import hashlib
import io
import json

import pytest
from docx import Document

from tests import factories

pytestmark = pytest.mark.django_db


def page(client, judgment, name=""):
    return client.get(f"{judgment.get_absolute_url()}{name}")


def file_of(client, judgment, extension, **headers):
    return client.get(f"{judgment.get_absolute_url()}{judgment.slug}.{extension}", **headers)


def test_the_text_of_the_edition_is_the_page(client):
    judgment = factories.make_published()
    body = page(client, judgment).content.decode()
    assert judgment.edition.html in body
    assert '<span class="x">×××</span>' in body
    assert "依《生效裁判文书网上公布工作程序》第五条删除" in body


def test_the_page_says_number_cause_division_dates_batch_and_version(client):
    judgment = factories.make_published()
    body = page(client, judgment).content.decode()
    said = (
        judgment.number,
        "买卖合同纠纷",
        "民一庭",
        "2026-09-18",
        "2026-10-09",
        "2026-10-25",
        "2026年10月批次",
        "第1版",
    )
    assert [text for text in said if text not in body] == []


def test_contents_lead_to_parts_that_exist(client):
    judgment = factories.make_published()
    body = page(client, judgment).content.decode()
    anchors = [anchor for anchor, _ in judgment.edition.outline]
    assert anchors
    assert all(f'href="#{anchor}"' in body and f'id="{anchor}"' in body for anchor in anchors)


def test_a_correction_names_the_earlier_edition(client):
    judgment = factories.make_corrected(factories.make_published(), note="补正金额的笔误")
    body = page(client, judgment).content.decode()
    assert "本页为第2版" in body
    assert "补正金额的笔误" in body
    assert "第1版公布于2026年10月25日，已由本版替换" in body


def test_other_documents_of_the_case_are_linked(client):
    verdict = factories.make_published("（2026）粤0103民初1208号")
    ruling = factories.make_published("（2026）粤0103民初1208号之一", "裁定书")
    stranger = factories.make_published("（2026）粤0103民初1209号")
    body = page(client, verdict).content.decode()
    assert ruling.get_absolute_url() in body
    assert stranger.get_absolute_url() not in body


def test_a_withdrawn_document_of_the_case_is_not_linked(client):
    verdict = factories.make_published("（2026）粤0103民初1208号")
    ruling = factories.make_withdrawn(factories.make_published("（2026）粤0103民初1208号之一", "裁定书"))
    assert ruling.get_absolute_url() not in page(client, verdict).content.decode()


def test_the_ledger_entry_stands_beside_the_text(client):
    factories.make_published()
    judgment = factories.make_published()
    body = page(client, judgment).content.decode()
    assert "第2条" in body
    assert judgment.edition.sha256 in body


def test_an_unknown_address_is_not_found(client):
    assert client.get("/judgments/2026-yue0103-minchu-9-panjueshu/").status_code == 404


def test_a_judgment_that_was_never_published_is_not_found(client):
    assert page(client, factories.make_judgment(state="review")).status_code == 404


def test_a_withdrawn_judgment_leaves_date_and_ground_and_nothing_else(client):
    judgment = factories.make_withdrawn(factories.make_published(facts="货款十二万元。"))
    response = page(client, judgment)
    body = response.content.decode()
    assert response.status_code == 410
    assert "2026年10月28日" in body
    assert "技术处理不当，更正后重新公布" in body
    assert "货款十二万元" not in body
    assert judgment.edition.title not in body
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("name", ["{slug}.docx", "{slug}.txt", "{slug}.pdf", "record.json", "problem/"])
def test_everything_below_a_withdrawn_address_is_gone(client, name):
    judgment = factories.make_withdrawn(factories.make_published(files=True))
    assert page(client, judgment, name.format(slug=judgment.slug)).status_code == 410


def test_the_docx_is_downloaded_under_the_name_of_its_address(client):
    judgment = factories.make_published(files=True)
    response = file_of(client, judgment, "docx")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{judgment.slug}.docx"'
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(response.content)).paragraphs)
    assert "经审理查明" in text


def test_the_text_file_has_the_hash_of_the_page(client):
    judgment = factories.make_published()
    response = file_of(client, judgment, "txt")
    assert hashlib.sha256(response.content).hexdigest() == judgment.edition.sha256


def test_a_file_that_was_not_made_is_not_found(client):
    assert file_of(client, factories.make_published(), "pdf").status_code == 404
    assert file_of(client, factories.make_published(), "docx").status_code == 404


def test_a_file_under_another_name_is_not_found(client):
    judgment = factories.make_published(files=True)
    assert page(client, judgment, "other.docx").status_code == 404


def test_a_reader_who_has_the_page_is_not_sent_it_again(client):
    judgment = factories.make_published()
    tag = page(client, judgment).headers["ETag"]
    again = client.get(judgment.get_absolute_url(), headers={"If-None-Match": tag})
    assert again.status_code == 304


def test_a_correction_and_a_withdrawal_are_seen_by_a_reader_who_has_the_page(client):
    judgment = factories.make_published()
    tag = page(client, judgment).headers["ETag"]
    factories.make_corrected(judgment)
    corrected = client.get(judgment.get_absolute_url(), headers={"If-None-Match": tag})
    assert corrected.status_code == 200
    factories.make_withdrawn(judgment)
    gone = client.get(judgment.get_absolute_url(), headers={"If-None-Match": corrected.headers["ETag"]})
    assert gone.status_code == 410


def test_a_file_is_asked_after_by_its_hash(client):
    judgment = factories.make_published(files=True)
    first = file_of(client, judgment, "docx")
    assert judgment.edition.sha256 in first.headers["ETag"]
    assert (
        file_of(client, judgment, "docx", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    )


def test_the_record_says_what_the_page_says(client):
    judgment = factories.make_published(files=True)
    record = json.loads(page(client, judgment, "record.json").content)
    assert record["case_number"] == judgment.number
    assert record["published_at"] == "2026-10-25T09:00:00+08:00"
    assert record["batch"] == "2026-10"
    assert record["statutes"] == judgment.edition.statutes
    assert record["files"].keys() == {"txt", "docx"}


def test_the_number_of_queries_does_not_grow_with_what_surrounds_a_judgment(
    client, django_assert_num_queries
):
    alone = factories.make_published("（2026）粤0103民初1号")
    crowded = factories.make_published("（2026）粤0103民初2号")
    for suffix in ("之一", "之二", "之三"):
        factories.make_published(f"（2026）粤0103民初2号{suffix}", "裁定书")
    factories.make_corrected(factories.make_corrected(crowded))
    for judgment in (alone, crowded):
        with django_assert_num_queries(4):
            assert page(client, judgment).status_code == 200
