package org.chancery.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.api.model.Vocabulary;
import org.chancery.api.model.VocabularyLabel;
import org.chancery.api.model.VocabularyTerm;
import org.chancery.problem.ProblemException;

/** Every enumeration of the contract with labels for people: {@code vocabularies.yaml}. */
@ApplicationScoped
public class Vocabularies {
    private final List<Vocabulary> all;

    Vocabularies() {
        try (InputStream file = Vocabularies.class.getResourceAsStream("/vocabularies.yaml")) {
            Map<String, Map<String, Map<String, String>>> read = new YAMLMapper().readValue(file, new TypeReference<>() { });
            all = new LinkedHashMap<>(read).entrySet().stream().map(vocabulary -> new Vocabulary().id(vocabulary.getKey())
                    .terms(vocabulary.getValue().entrySet().stream().map(term -> new VocabularyTerm().code(term.getKey())
                            .labels(term.getValue().entrySet().stream().map(label -> new VocabularyLabel().lang(label.getKey())
                                    .value(label.getValue())).toList())).toList())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Vocabulary> all() {
        return all;
    }

    /** @throws ProblemException 404 */
    public Vocabulary get(String id) {
        return all.stream().filter(vocabulary -> vocabulary.getId().equals(id)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no vocabulary with this name."));
    }
}
