package org.chancery.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Bearer tokens (JWT, RFC 7519) of the issuer that is configured; without one, none is taken. Of a token the service keeps its subject
 * alone, as principal {@code sub:<subject>}: name and e-mail address of a person have no place in a public history.
 */
@ApplicationScoped
class Tokens implements SecurityIdentityAugmentor {
    private static final String KEY = "mp.jwt.verify.publickey";
    private static final String KEYS = "mp.jwt.verify.publickey.location";
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String AUDIENCES = "mp.jwt.verify.audiences";
    /** OpenID Connect Core, 2. */
    private static final int MAX_SUBJECT = 255;

    private final boolean accepted;
    private final boolean bound;

    Tokens(@ConfigProperty(name = KEY) Optional<String> key, @ConfigProperty(name = KEYS) Optional<String> keys,
            @ConfigProperty(name = ISSUER) Optional<String> issuer, @ConfigProperty(name = AUDIENCES) Optional<List<String>> audiences) {
        accepted = key.isPresent() || keys.isPresent();
        bound = issuer.isPresent() && audiences.isPresent();
    }

    void atStart(@Observes StartupEvent event) {
        if (accepted && !bound) {
            throw new IllegalStateException("tokens need all of " + KEYS + ", " + ISSUER + " and " + AUDIENCES
                    + ": else a token that was made for another service would do here");
        }
    }

    boolean accepted() {
        return accepted;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The token has no subject."));
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("sub:" + subject))
                .addRoles(identity.getRoles().stream().filter(Scope.ALL::contains).collect(Collectors.toSet())).build());
    }
}
