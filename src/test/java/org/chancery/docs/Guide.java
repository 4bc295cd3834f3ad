package org.chancery.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.fixture.Curl;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The requests that a Markdown document shows, each with the answer that it shows. */
final class Guide {
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
            } else if (Curl.is(lines.get(i))) {
                steps.add(new Request(lines.get(i), i == lines.size() - 1 ? answer : Optional.empty()));
            }
        }
        return steps;
    }
}
