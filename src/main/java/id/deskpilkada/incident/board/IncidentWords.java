package id.deskpilkada.incident.board;

import id.deskpilkada.platform.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** For the templates: what an agency is called, also one that only this installation knows. */
@Component("incidentWords")
public class IncidentWords {

    private final Messages messages;

    IncidentWords(Messages messages) {
        this.messages = messages;
    }

    /** @param code e.g. {@code bpbd} */
    public String agency(String code) {
        var key = "incident.agency." + code;
        var name = messages.text(key);
        return name.equals(key) ? code.toUpperCase(Locale.ROOT) : name;
    }
}
