package id.deskpilkada.tierreport.page;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** What was typed into a form of the page; shown again as it was when it is refused. */
record TypedWords(MultiValueMap<String, String> fields) {

    public String word(String name) {
        var first = fields.getFirst(name);
        return first == null ? "" : first;
    }

    /** What was typed, else what the form begins with. */
    public String or(String name, String beginning) {
        var first = fields.getFirst(name);
        return first == null ? beginning : first;
    }

    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }
}
