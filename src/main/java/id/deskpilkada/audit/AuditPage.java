package id.deskpilkada.audit;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail for people; works without JavaScript. */
@Controller
class AuditPage {

    private static final int SIZE = 50;

    private final AuditReading reading;
    private final Messages messages;

    AuditPage(AuditReading reading, Messages messages) {
        this.reading = reading;
        this.messages = messages;
    }

    /** What was asked, so that the form shows it again. */
    record Asked(String from, String to, String person, String area, String action) {}

    /** One entry in words. */
    record Shown(AuditLine line, String time, String action, String channel, String who) {}

    @GetMapping("/desk/audit")
    String page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("asked", new Asked(from, to, person, area, action));
        model.addAttribute("actions", actions());
        var zone = reading.zone();
        Page<AuditLine> found = new Page<>(List.of(), 0, SIZE, 0);
        try {
            var question = AuditQuestion.of(from, to, person, area, action, false, zone);
            found = reading.page(question, page, SIZE, actor);
        } catch (Problem refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute(
                    "errors", refusal.errors().stream().map(messages::problem).toList());
        }
        var format = DateTimeFormatter.ofPattern("d MMM yyyy HH.mm.ss", Messages.locale())
                .withZone(zone);
        model.addAttribute("found", found);
        model.addAttribute(
                "lines", found.items().stream().map(line -> shown(line, format)).toList());
        return "desk/audit";
    }

    private Shown shown(AuditLine line, DateTimeFormatter format) {
        var who = line.username() != null ? line.username() : line.work() != null ? line.work() : "-";
        return new Shown(
                line,
                format.format(line.at()),
                label("audit.action.", line.action()),
                messages.text("audit.channel." + line.channel()),
                who);
    }

    private Map<String, String> actions() {
        var actions = new TreeMap<String, String>();
        Arrays.stream(messages.text("audit.actions").split(" "))
                .forEach(action -> actions.put(action, label("audit.action.", action)));
        return actions;
    }

    /** A code without a text of its own, of a later feature for instance, stands for itself. */
    private String label(String prefix, String code) {
        var text = messages.text(prefix + code);
        return text.startsWith(prefix) ? code : text;
    }
}
