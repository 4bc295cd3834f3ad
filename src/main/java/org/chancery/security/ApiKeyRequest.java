package org.chancery.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who has this key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
    private final ApiKeySecret key;

    ApiKeyRequest(ApiKeySecret key) {
        this.key = key;
    }

    ApiKeySecret key() {
        return key;
    }
}
