package org.chancery.docs;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The requests that a Markdown document shows, each with the answer that it shows. */
final class Guide {
    private static final String HOST = "localhost:8080";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=…\\s+# ([A-Za-z-]+) of the answer above");

    private Guide() {
    }

    /** One line of a script. */
    sealed interface Step permits Keep, Request {
    }

    /** Keeps a header or a member of the last answer in a variable. */
    record Keep(String variable, String what) implements Step {
    }

    /** A call of curl, with variables still in it, and what it is said to answer. */
    record Request(String line, Optional<Shown> answer) implements Step {

        Sent sent(UnaryOperator<String> variables) {
            Sent sent = new Sent(null, null, new ArrayList<>(), null);
            Matcher words = WORD.matcher(line.substring("curl ".length()));
            while (words.find()) {
                String word = word(words, variables);
                sent = switch (word) {
                    case "-i", "--compressed" -> sent;
                    case "-G" -> sent.with("GET", sent.path, sent.body);
                    case "-X" -> sent.with(next(words, variables), sent.path, sent.body);
                    case "-d" -> sent.withData(next(words, variables));
                    case "--data-urlencode" -> sent.withData(form(next(words, variables)));
                    case "-H" -> sent.withHeader(next(words, variables));
                    default -> sent.with(sent.method, path(word), sent.body);
                };
            }
            return sent.complete();
        }

        private static String form(String field) {
            String[] parts = field.split("=", 2);
            return parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
        }

        private static String next(Matcher words, UnaryOperator<String> variables) {
            if (!words.find()) {
                throw new IllegalArgumentException("an option lacks its value");
            }
            return word(words, variables);
        }

        private static String word(Matcher words, UnaryOperator<String> variables) {
            if (words.group(1) != null) {
                return words.group(1);
            }
            String text = words.group(2) != null ? words.group(2).replace("\\\"", "\"") : words.group(3);
            return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(variables.apply(variable.group(1))));
        }

        private static String path(String word) {
            if (!word.startsWith(HOST + "/")) {
                throw new IllegalArgumentException("neither an option that is known here nor an address of the service: " + word);
            }
            return word.substring(HOST.length());
        }
    }

    /** What goes over the wire; headers as name, value, name, value. */
    record Sent(String method, String path, List<String> headers, String body) {
        private Sent with(String newMethod, String newPath, String newBody) {
            return new Sent(newMethod, newPath, headers, newBody);
        }

        /** As curl does, several are joined. */
        private Sent withData(String data) {
            return with(method, path, body == null ? data : body + "&" + data);
        }

        /** As curl does: what is sent with -G is the query, anything else a form of a POST where nothing is said. */
        private Sent complete() {
            if (body == null) {
                return with(method == null ? "GET" : method, path, null);
            }
            if ("GET".equals(method)) {
                return with(method, path + "?" + body, null);
            }
            return (headers.contains("Content-Type") ? this : withHeader("Content-Type: application/x-www-form-urlencoded"))
                    .with(method == null ? "POST" : method, path, body);
        }

        private Sent withHeader(String line) {
            headers.addAll(List.of(line.split(": ", 2)));
            return this;
        }
    }

    /**
     * What is shown of an answer.
     *
     * @param status null where it is not shown
     * @param headers those shown
     * @param body parts are left out (…); in JSON, lines that begin with a space go on with the line before
     */
    record Shown(Integer status, Map<String, String> headers, String body) {

        static Shown of(String kind, String text) {
            if (!kind.equals("http")) {
                return new Shown(null, Map.of(), kind.equals("json") ? joined(text) : text.strip());
            }
            String[] parts = text.split("\n\n", 2);
            List<String> head = parts[0].lines().toList();
            Map<String, String> headers = new LinkedHashMap<>();
            head.stream().skip(1).map(line -> line.split(": ", 2)).forEach(header -> headers.put(header[0], header[1]));
            return new Shown(Integer.valueOf(head.get(0).split(" ")[1]), headers, parts.length == 1 ? "" : joined(parts[1]));
        }

        private static String joined(String json) {
            return json.strip().replaceAll("\n +", "");
        }

        static boolean agrees(String shown, String real) {
            StringBuilder pattern = new StringBuilder();
            for (String part : shown.split("…", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*?").append(Pattern.quote(part));
            }
            return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(real.strip().replace("\r\n", "\n")).matches();
        }
    }

    /** The steps of a document in their order. */
    static List<Step> read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        Parser.builder().build().parse(Files.readString(file)).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals("sh")) {
                    List<Step> script = script(block.getLiteral(), answer(block.getNext()));
                    steps.addAll(script);
                }
            }
        });
        return steps;
    }

    private static Optional<Shown> answer(Node next) {
        return next instanceof FencedCodeBlock block && !block.getInfo().equals("sh")
                ? Optional.of(Shown.of(block.getInfo(), block.getLiteral())) : Optional.empty();
    }

    /** The answer that is shown is that of the last line. */
    private static List<Step> script(String text, Optional<Shown> answer) {
        List<Step> steps = new ArrayList<>();
        // a line goes on behind a backslash and within quotation marks
        List<String> lines = List.of(text.strip().replaceAll("\\\\\n\\s*", "").split("\n(?=(?:[^']*'[^']*')*[^']*$)"));
        for (int i = 0; i < lines.size(); i++) {
            Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
            if (assignment.matches()) {
                steps.add(new Keep(assignment.group(1), assignment.group(2)));
            } else if (lines.get(i).startsWith("curl ")) {
                steps.add(new Request(lines.get(i), i == lines.size() - 1 ? answer : Optional.empty()));
            }
        }
        return steps;
    }
}
