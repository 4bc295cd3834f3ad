package org.chancery.time;

/**
 * A date or event time that a client sent cannot be read or contradicts itself. The message is a sentence fit for that
 * client; it quotes nothing of the input but digits.
 */
public final class InvalidDateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String member;

    InvalidDateException(String message) {
        this(null, message);
    }

    InvalidDateException(String member, String message) {
        super(message);
        this.member = member;
    }

    /**
     * The member of the event time that is wrong: {@code date}, {@code time}, {@code dayPart} or {@code zone}; null
     * when the exception is about a date on its own.
     */
    public String member() {
        return member;
    }
}
