package org.chancery.vocabulary;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import org.chancery.api.model.Vocabulary;

/** Fails where the service's own vocabularies cannot: they need no database. */
@Vetoed
public class BrokenVocabularies extends Vocabularies {
    @Override
    public List<Vocabulary> all() {
        throw new IllegalStateException("broken for a test");
    }

    @Override
    public Vocabulary get(String id) {
        throw new IllegalStateException("broken for a test");
    }
}
