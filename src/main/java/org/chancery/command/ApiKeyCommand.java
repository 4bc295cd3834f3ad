package org.chancery.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.record.Author;
import org.chancery.security.ApiKeyService;
import org.chancery.security.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the first API key of a service, by which the others are made over HTTP. Whoever can run it has the database anyway. */
@Command(name = "api-key", description = "API keys.")
class ApiKeyCommand {
    private static final String AUTHOR = "command line";
    private static final int MAX_NAME = 200;

    private final ApiKeyService keys;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    ApiKeyCommand(ApiKeyService keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Command(name = "create", description = "Makes a key and prints it, once.")
    int create(
            @Option(names = "--name", required = true, description = "What it is for.") String name,
            @Option(names = "--scope", required = true, description = "registry:write or registry:admin; may be repeated.") Set<String> scopes,
            @Option(names = "--days", description = "Expires after so many days; without it, never.") Integer days) throws Exception {
        Set<String> unknown = new TreeSet<>(scopes);
        unknown.removeAll(Scope.ALL);
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No scope: " + String.join(", ", unknown));
        }
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new ParameterException(spec.commandLine(), "--name has 1 to " + MAX_NAME + " characters");
        }
        if (days != null && days < 1) {
            throw new ParameterException(spec.commandLine(), "--days is at least 1");
        }
        Instant expiresAt = days == null ? null : clock.instant().plus(Duration.ofDays(days));
        String key = Author.as(AUTHOR, () -> keys.create(name, scopes, expiresAt));
        spec.commandLine().getOut().println(key);
        return 0;
    }
}
