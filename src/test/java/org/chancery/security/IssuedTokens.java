package org.chancery.security;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of the issuer of the tests, and others that look like them. */
public final class IssuedTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private IssuedTokens() {
    }

    public static String reader() {
        return signed(claims());
    }

    public static String writer() {
        return signed(claims(Scope.WRITE));
    }

    public static String admin() {
        return signed(claims(Scope.ADMIN));
    }

    public static String expired() {
        return signed(claims(Scope.ADMIN).issuedAt(Instant.now().minusSeconds(7200)).expiresAt(Instant.now().minusSeconds(3600)));
    }

    public static String ofAnotherIssuer() {
        return signed(claims(Scope.ADMIN).issuer("https://elsewhere.example"));
    }

    public static String forAnotherAudience() {
        return signed(claims(Scope.ADMIN).audience("elsewhere"));
    }

    public static String withoutSubject() {
        return signed(Jwt.claims().issuer(TestAccess.ISSUER).audience(TestAccess.AUDIENCE).groups(Set.of(Scope.ADMIN))
                .claim("upn", "somebody@ministry.example").expiresAt(Instant.now().plusSeconds(600)));
    }

    public static String signedByAnotherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return claims(Scope.ADMIN).jws().sign(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code alg: none} (RFC 7519, 6). */
    public static String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + admin().split("\\.")[1] + ".";
    }

    /** HS256 with the text of the public key, which everybody has, for a secret. */
    public static String signedWithThePublicKey() {
        byte[] secret = file("public.pem").getBytes(StandardCharsets.US_ASCII);
        return claims(Scope.ADMIN).jws().algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.HS256).sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    private static JwtClaimsBuilder claims(String... scopes) {
        return Jwt.claims().issuer(TestAccess.ISSUER).audience(TestAccess.AUDIENCE).subject("synthetic-subject")
                .claim("email", "somebody@ministry.example").claim("upn", "somebody@ministry.example")
                .groups(Set.of(scopes)).expiresAt(Instant.now().plusSeconds(600));
    }

    private static String signed(JwtClaimsBuilder claims) {
        try {
            String pem = file("private.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            return claims.jws().sign(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try {
            return Files.readString(TestAccess.FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
