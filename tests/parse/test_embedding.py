import numpy as np
import pytest
import spacy
from spacy.language import Language

from detente.parse import embedding
from detente.parse.embedding import embed_once
from detente.settings import Settings

pytestmark = pytest.mark.model

TEXTS = [
    "France and Iran met in Geneva on Monday.",
    "",
    "Iran",
    "The ministers of France and Iran, who met in Geneva, will meet again; Iran said so on Monday.",
    "   \n\n  Two  spaces, emoji 🙂, 1,000 tonnes and a naïve café.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(Settings().model)


@pytest.fixture
def remembering() -> Language:
    nlp = spacy.load(Settings().model)
    embed_once(nlp)
    return nlp


def assert_same(plain: Language, remembering: Language, texts: list[str]) -> None:
    pairs = zip(plain.pipe(texts), remembering.pipe(texts), strict=True)
    for expected, doc in pairs:
        assert np.array_equal(doc.tensor, expected.tensor)
        assert [(token.tag_, token.dep_, token.head.i) for token in doc] == [
            (token.tag_, token.dep_, token.head.i) for token in expected
        ]


def test_every_vector_is_that_of_the_model_to_the_last_bit(
    plain: Language, remembering: Language
) -> None:
    for _ in range(2):
        assert_same(plain, remembering, TEXTS)
    for text in TEXTS:
        assert_same(plain, remembering, [text])


def test_the_first_text_may_be_empty(plain: Language, remembering: Language) -> None:
    assert_same(plain, remembering, [""])
    assert_same(plain, remembering, TEXTS)


@pytest.mark.parametrize("most", [1, 8, 30])
def test_a_full_memory_starts_again(
    plain: Language, remembering: Language, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "_MOST", most)
    for text in [*TEXTS, *reversed(TEXTS)]:
        assert_same(plain, remembering, [text])
    assert_same(plain, remembering, TEXTS)


def test_a_known_word_is_not_embedded_again(remembering: Language) -> None:
    remembering(TEXTS[0])
    for layer in remembering.get_pipe("tok2vec").model.layers[0].layers[2].layers:  # type: ignore[attr-defined]
        layer._func = None
    assert len(remembering("Iran and France met on Monday.")) == 7
    with pytest.raises(TypeError):
        remembering("Canada")


def test_it_cannot_be_trained(remembering: Language) -> None:
    model = remembering.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    with pytest.raises(NotImplementedError):
        model.begin_update([remembering.make_doc(TEXTS[0])])


def test_a_pipeline_without_such_an_embedding_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    embed_once(nlp)
    assert nlp.pipe_names == ["sentencizer"]
    assert [sent.text for sent in nlp("One. Two.").sents] == ["One.", "Two."]
