package org.chancery.record;

import java.util.concurrent.Callable;

/** Who writes: noted with each revision. Requests are anonymous as long as the service knows no principals. */
public final class Author {
    private static final String ANONYMOUS = "anonymous";
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> ANONYMOUS);

    private Author() {
    }

    public static String current() {
        return CURRENT.get();
    }

    /** Does the work in somebody's name, on this thread. */
    public static <T> T as(String author, Callable<T> work) throws Exception {
        CURRENT.set(author);
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }
}
