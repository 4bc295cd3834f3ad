package org.chancery.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** An issuer of tokens whose keys are made anew for each run, and limits that no test reaches by chance. */
public class TestAccess implements QuarkusTestResourceLifecycleManager {
    static final Path FOLDER = Path.of("target", "test-issuer").toAbsolutePath();
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "chancery";
    /** Whose pages may write. */
    static final String EDITORS = "https://editors.example";

    @Override
    public Map<String, String> start() {
        KeyPair pair;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
            Files.createDirectories(FOLDER);
            write("public.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
            write("private.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                // not its location: Quarkus makes a key for tests of its own, and the key goes before the location
                "mp.jwt.verify.publickey", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "mp.jwt.verify.issuer", ISSUER, "mp.jwt.verify.audiences", AUDIENCE,
                "chancery.cors.origins", EDITORS));
        for (String tier : new String[] {"anonymous", "authenticated", "refused"}) {
            settings.put("chancery.rate-limit." + tier + ".requests", "1000000");
        }
        return settings;
    }

    private static void write(String name, String kind, byte[] key) throws IOException {
        Files.writeString(FOLDER.resolve(name), "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind + "-----\n");
    }

    @Override
    public void stop() {
        // the keys are overwritten by the next run
    }
}
