package org.chancery.vocabulary;

import org.chancery.api.VocabulariesApi;
import org.chancery.api.model.Vocabulary;
import org.chancery.api.model.VocabularyPage;
import org.jboss.resteasy.reactive.RestResponse;

class VocabularyResource implements VocabulariesApi {
    private final Vocabularies vocabularies;

    VocabularyResource(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public RestResponse<VocabularyPage> listVocabularies() {
        return RestResponse.ok(new VocabularyPage().items(vocabularies.all()));
    }

    @Override
    public RestResponse<Vocabulary> getVocabulary(String vocabularyId) {
        return RestResponse.ok(vocabularies.get(vocabularyId));
    }
}
