package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.chancery.paging.FieldPages;

/** Places in the log as cursors. Some go with whatever filters: for who has read everything up to there in another way. */
@ApplicationScoped
public class ChangeCursors {
    static final String ANY_FILTERS = "changes";

    private final ChangeLog log;
    private final FieldPages pages;

    ChangeCursors(ChangeLog log, FieldPages pages) {
        this.log = log;
        this.pages = pages;
    }

    /** Continues behind all that is committed now, with any filters. A snapshot that is taken later has all that was before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public String end() {
        log.advance();
        return at(log.end());
    }

    /** Continues behind a place, with any filters. */
    public String at(long position) {
        return at(position, ANY_FILTERS);
    }

    /** @param scope what binds the cursor */
    String at(long position, String scope) {
        return pages.cursor(scope, String.valueOf(position));
    }
}
