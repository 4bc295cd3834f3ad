package org.chancery.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next cursor of the page after it; null at the end
 * @param total number of all rows; null unless asked for
 */
public record Page<T>(List<T> items, String next, Integer total) {
    public <U> Page<U> map(Function<List<T>, List<U>> views) {
        return new Page<>(views.apply(items), next, total);
    }
}
