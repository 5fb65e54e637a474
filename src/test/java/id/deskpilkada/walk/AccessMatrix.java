package id.deskpilkada.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each role met at each endpoint, as the page that people read. */
final class AccessMatrix {

    private static final String HEAD =
            """
            # Who meets what at which address

            Written by `AccessWalkTests`, which calls every address of the running application as every role. It is compared at
            every build; after looking at what has changed, write it anew with

                mvn test -Dtest=AccessWalkTests -Ddesk.matrix.write=true

            **yes**: allowed. **own**: allowed for what lies in one's own area; the same call about another district is refused
            (403, or 404 where even the existence is nobody's business). **-**: refused. What is allowed still shows only what
            the role may read (figures, for instance, need `READ_VOTES`), and rules about the case come on top: nobody verifies
            what they reported. Which role carries which permission stands in `platform.Permission`.

            """;

    private final Map<String, Map<String, String>> cells = new TreeMap<>();
    private final List<String> roles;

    AccessMatrix(List<String> roles) {
        this.roles = roles;
    }

    void allowed(Endpoint endpoint, String role, boolean onlyInOnesOwnArea) {
        line(endpoint).put(role, onlyInOnesOwnArea ? "own" : "yes");
    }

    void refused(Endpoint endpoint, String role) {
        line(endpoint).putIfAbsent(role, "-");
    }

    private Map<String, String> line(Endpoint endpoint) {
        return cells.computeIfAbsent(endpoint.pattern() + " " + endpoint.method(), key -> new LinkedHashMap<>());
    }

    /** Endpoints that answered nobody. */
    List<String> closed() {
        return cells.entrySet().stream()
                .filter(line -> line.getValue().values().stream().allMatch("-"::equals))
                .map(Map.Entry::getKey)
                .toList();
    }

    String page() {
        var page = new StringBuilder(HEAD);
        page.append("| Address | ").append(String.join(" | ", roles)).append(" |\n|---|");
        page.append("---|".repeat(roles.size())).append('\n');
        cells.forEach((key, line) -> {
            var split = key.lastIndexOf(' ');
            page.append("| `")
                    .append(key.substring(split + 1))
                    .append(' ')
                    .append(key.substring(0, split).replace("|", "\\|"))
                    .append("` |");
            roles.forEach(role ->
                    page.append(' ').append(line.getOrDefault(role, "-")).append(" |"));
            page.append('\n');
        });
        return page.toString();
    }
}
