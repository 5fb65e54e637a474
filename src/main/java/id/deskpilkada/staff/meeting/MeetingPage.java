package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.meeting.Meeting.State;
import id.deskpilkada.staff.meeting.MeetingDraft.DecisionDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of coordination meetings: written by the desk, read by the liaisons and leaders too. Works without JavaScript. */
@Controller
@RequestMapping("/desk/rapat")
class MeetingPage {

    private static final int SIZE = 20;
    private static final int PENDING = 50;

    private final MeetingReading reading;
    private final MeetingDesk desk;
    private final MeetingDates dates;
    private final Regions regions;
    private final Messages messages;

    MeetingPage(MeetingReading reading, MeetingDesk desk, MeetingDates dates, Regions regions, Messages messages) {
        this.reading = reading;
        this.desk = desk;
        this.dates = dates;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(name = "page", defaultValue = "0") int page, Actor actor, Model model) {
        model.addAttribute("found", reading.page(actor, Page.window(page, SIZE)));
        model.addAttribute("pending", reading.pending(actor, PENDING));
        model.addAttribute("dates", dates);
        model.addAttribute("zone", regions.zoneName());
        model.addAttribute("mayWrite", actor.may(Permission.WRITE_MEETINGS));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Map.of());
            model.addAttribute("errors", Map.of());
        }
        return "desk/rapat";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("meeting", reading.one(actor, id));
        model.addAttribute("dates", dates);
        model.addAttribute("states", State.values());
        model.addAttribute("mayWrite", actor.may(Permission.WRITE_MEETINGS));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Map.of());
            model.addAttribute("errors", Map.of());
        }
        return "desk/rapat-satu";
    }

    @PostMapping
    String record(@RequestParam Map<String, String> fields, Actor actor, HttpServletResponse response, Model model) {
        var draft = new MeetingDraft(
                fields.get("subject"),
                instant(fields.get("heldAt")),
                fields.get("place"),
                fields.get("chair"),
                fields.getOrDefault("participants", "").lines().toList(),
                fields.get("summary"),
                List.of());
        try {
            return "redirect:/desk/rapat/" + desk.record(actor, draft);
        } catch (Problem refusal) {
            refused(refusal, fields, response, model);
            return list(0, actor, model);
        }
    }

    @PostMapping("/{id}/keputusan")
    String decide(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            desk.decide(
                    actor, id, new DecisionDraft(fields.get("text"), fields.get("inCharge"), day(fields.get("dueOn"))));
            return "redirect:/desk/rapat/" + id;
        } catch (Problem refusal) {
            refused(refusal, fields, response, model);
            return one(id, actor, model);
        }
    }

    @PostMapping("/keputusan/{id}")
    String goOn(@PathVariable long id, @RequestParam Map<String, String> fields, Actor actor) {
        var progress = new MeetingDesk.Progress(
                state(fields.get("state")), fields.get("inCharge"), day(fields.get("dueOn")), fields.get("remark"));
        return "redirect:/desk/rapat/" + desk.goOn(actor, id, progress);
    }

    /** What can be mended is told beside its field, with everything typed still there. */
    private void refused(Problem refusal, Map<String, String> fields, HttpServletResponse response, Model model) {
        if (refusal.errors().isEmpty()) {
            throw refusal;
        }
        var errors = new LinkedHashMap<String, String>();
        for (FieldProblem error : refusal.errors()) {
            errors.putIfAbsent(error.field() == null ? "" : error.field(), messages.problem(error));
        }
        response.setStatus(refusal.status().value());
        model.addAttribute("form", fields);
        model.addAttribute("errors", errors);
    }

    private @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : LocalDateTime.parse(text).atZone(regions.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable State state(@Nullable String text) {
        for (var state : State.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return null;
    }
}
