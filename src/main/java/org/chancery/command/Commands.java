package org.chancery.command;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;

/**
 * What the program does instead of serving, when it is called with arguments: {@code java -jar quarkus-run.jar api-key create …}. It works on the
 * same database, embedded or not, while the service runs or does not; it serves no HTTP, and {@code chancery.command} is true in its configuration,
 * by which whatever works in the background knows that it has to leave that to the service. A command is a class with
 * {@code @Command} in this package, named below; it may inject what it needs. Its exit status is 0, 2 for arguments that are not understood,
 * 1 for anything else.
 */
@ApplicationScoped
public class Commands {
    @CommandLine.Command(name = "chancery", description = "Without a command, starts the service.", mixinStandardHelpOptions = true,
            scope = CommandLine.ScopeType.INHERIT, versionProvider = Version.class, subcommands = {ApiKeyCommand.class, ImportCommand.class, ConvertCommand.class})
    static class Chancery {
    }

    static class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {ConfigProvider.getConfig().getValue("quarkus.application.version", String.class)};
        }
    }

    private final CommandLine.IFactory factory;

    Commands(CommandLine.IFactory factory) {
        this.factory = factory;
    }

    /** @return the exit status */
    public int execute(String... arguments) {
        return new CommandLine(new Chancery(), factory).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("chancery: " + failure.getMessage());
            return 1;
        }).execute(arguments);
    }
}
