package org.chancery.security;

/** Which credentials the service takes, as it tells who comes without a valid one (RFC 9110, 11.6.1). */
final class Challenge {
    static final String HEADER = "WWW-Authenticate";
    static final String API_KEY = "ApiKey realm=\"chancery\"";
    private static final String TOKEN = "Bearer realm=\"chancery\"";

    private Challenge() {
    }

    /** @param tokens whether an issuer of tokens is configured */
    static String all(boolean tokens) {
        return tokens ? TOKEN + ", " + API_KEY : API_KEY;
    }

    /** For a token that is not valid (RFC 6750, 3.1). */
    static String ofToken(boolean tokens) {
        return tokens ? TOKEN + ", error=\"invalid_token\", " + API_KEY : API_KEY;
    }

    /** For a credential that does not allow what was asked for. */
    static String scope(boolean tokens, String scope) {
        return tokens ? TOKEN + ", error=\"insufficient_scope\", scope=\"" + scope + "\", " + API_KEY : API_KEY;
    }
}
