package org.chancery.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chancery.contract.RequestParameters;

/** Pages over distinct words in their order, with the same cursors as lists of records. */
@ApplicationScoped
public class FieldPages {
    private final RequestParameters parameters;
    private final Cursors cursors;

    FieldPages(RequestParameters parameters, Cursors cursors) {
        this.parameters = parameters;
        this.cursors = cursors;
    }

    /**
     * @param scope what binds a cursor to the list
     * @param read gives at most so many words after this one (null: from the first)
     */
    public Page<String> page(String scope, BiFunction<String, Integer, List<String>> read) {
        int limit = parameters.integer("limit").orElseThrow();
        String after = position(scope).orElse(null);
        List<String> words = read.apply(after, limit + 1);
        boolean more = words.size() > limit;
        List<String> shown = more ? words.subList(0, limit) : words;
        return new Page<>(shown, more ? cursor(scope, shown.get(limit - 1)) : null, null);
    }

    /** The word behind which the request continues. @throws org.chancery.problem.ProblemException 400 for a cursor of something else */
    public Optional<String> position(String scope) {
        return parameters.one("cursor").map(cursor -> cursors.read(cursor, scope).get(0));
    }

    /** The cursor that continues behind a word. */
    public String cursor(String scope, String word) {
        return cursors.write(scope, List.of(word));
    }
}
