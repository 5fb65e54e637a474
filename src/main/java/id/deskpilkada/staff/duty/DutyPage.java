package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty roster: who is where on a day, changed by the desk and its supervisors. Works without JavaScript. */
@Controller
@RequestMapping("/desk/piket")
class DutyPage {

    private final RosterReading reading;
    private final RosterDesk desk;
    private final RosterTimes times;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    DutyPage(
            RosterReading reading,
            RosterDesk desk,
            RosterTimes times,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.times = times;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String day(@RequestParam(name = "tanggal", required = false) @Nullable LocalDate asked, Actor actor, Model model) {
        var day = asked == null ? LocalDate.ofInstant(Instant.now(clock), regions.zone()) : asked;
        var roster = reading.day(actor, day);
        model.addAttribute("roster", roster);
        model.addAttribute("times", times);
        model.addAttribute("now", Instant.now(clock));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_ROSTER));
        if (actor.may(Permission.EDIT_ROSTER)) {
            var places = places(actor);
            model.addAttribute("places", places);
            model.addAttribute("candidates", new CandidateLists(reading));
        }
        return "desk/piket";
    }

    /** The people who can be put on the posts of an area, read when a post asks. */
    record CandidateLists(RosterReading reading) {

        public List<RosterReading.Candidate> at(String area) {
            return reading.candidates(area);
        }
    }

    private List<Region> places(Actor actor) {
        var places = new ArrayList<Region>();
        if (actor.may(Permission.EDIT_ROSTER, regions.installation().area())) {
            places.add(regions.installation());
        }
        places.addAll(regions.districts());
        return places;
    }

    @PostMapping("/giliran")
    String add(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("pos") String post,
            @RequestParam("wilayah") String area,
            @RequestParam("mulai") String from,
            @RequestParam("selesai") String to,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> {
            var span = desk.between(day, time(from), time(to));
            desk.add(actor, new ShiftDraft(post, Area.digits(area), span.from(), span.to(), List.of()));
        });
    }

    @PostMapping("/orang")
    String put(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("giliran") long shift,
            @RequestParam("orang") String username,
            @RequestParam(name = "pimpinan", defaultValue = "false") boolean leads,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> desk.put(actor, shift, new Someone(username, leads)));
    }

    @PostMapping("/lepas")
    String take(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("giliran") long shift,
            @RequestParam("orang") String username,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> desk.take(actor, shift, username));
    }

    @PostMapping("/salin")
    String copy(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("giliran") long shift,
            @RequestParam("ke") LocalDate to,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> desk.copy(actor, shift, to));
    }

    @PostMapping("/hapus")
    String remove(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("giliran") long shift,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> desk.remove(actor, shift));
    }

    @PostMapping("/catatan")
    String note(
            @RequestParam("tanggal") LocalDate day,
            @RequestParam("id") long post,
            @RequestParam("catatan") String text,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return after(day, actor, response, model, () -> desk.note(actor, post, text));
    }

    /** What can be mended is told on the page itself. */
    private String after(LocalDate day, Actor actor, HttpServletResponse response, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/piket?tanggal=" + day;
        } catch (Problem refusal) {
            if (refusal.status().value() == 403 || refusal.status().value() == 404) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
            return day(day, actor, model);
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip().replace('.', ':'));
        } catch (java.time.DateTimeException e) {
            throw Problem.unprocessable("MALFORMED_DUTY_TIME");
        }
    }
}
