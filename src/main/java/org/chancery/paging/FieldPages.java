package org.chancery.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
        return page(scope, position(scope).orElse(null), read);
    }

    /** @param after behind what the page begins; null for the first one */
    public Page<String> page(String scope, String after, BiFunction<String, Integer, List<String>> read) {
        return rows(scope, after, read, Function.identity());
    }

    /**
     * As {@link #page(String, BiFunction)}, over rows that are in the order of a word.
     *
     * @param word the one behind which the next page begins
     */
    public <T> Page<T> rows(String scope, BiFunction<String, Integer, List<T>> read, Function<T, String> word) {
        return rows(scope, position(scope).orElse(null), read, word);
    }

    private <T> Page<T> rows(String scope, String after, BiFunction<String, Integer, List<T>> read, Function<T, String> word) {
        int limit = parameters.integer("limit").orElseThrow();
        List<T> rows = read.apply(after, limit + 1);
        boolean more = rows.size() > limit;
        List<T> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown, more ? cursor(scope, word.apply(shown.get(limit - 1))) : null, null);
    }

    /** The word behind which the request continues. @throws org.chancery.problem.ProblemException 400 for a cursor of something else */
    public Optional<String> position(String... scopes) {
        return parameters.one("cursor").map(cursor -> word(cursor, scopes));
    }

    /** The word behind which a cursor continues. @throws org.chancery.problem.ProblemException 400 for a cursor of something else */
    public String word(String cursor, String... scopes) {
        return cursors.read(cursor, scopes).get(0);
    }

    /** The cursor that continues behind a word. */
    public String cursor(String scope, String word) {
        return cursors.write(scope, List.of(word));
    }
}
