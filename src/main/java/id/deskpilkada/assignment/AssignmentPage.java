package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who is named where, training and practice, letters and replacements: the regency's districts for the desk, the own one for a camat. */
@Controller
@RequestMapping(AssignmentMessages.PAGE)
class AssignmentPage {

    private final AssignmentOverview overview;
    private final Assignments assignments;
    private final Replacements replacements;
    private final AssignmentLetters letters;
    private final Messages messages;

    AssignmentPage(
            AssignmentOverview overview,
            Assignments assignments,
            Replacements replacements,
            AssignmentLetters letters,
            Messages messages) {
        this.overview = overview;
        this.assignments = assignments;
        this.replacements = replacements;
        this.letters = letters;
        this.messages = messages;
    }

    /** What was typed to replace somebody, so that nothing is lost when it is refused. */
    public record Typed(long assignment, String name, String phone, String nip, String sk, String reason) {}

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "kecamatan", required = false) @Nullable String district,
            @RequestParam(name = "halaman", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        actor.require(Permission.SEE_ASSIGNMENTS);
        var rounds = overview.rounds();
        model.addAttribute("rounds", rounds);
        if (rounds.isEmpty()) {
            return "desk/penugasan";
        }
        var chosen = overview.round(election, round);
        model.addAttribute("round", chosen);
        var own = overview.districts(actor);
        var one = district != null && !district.isBlank()
                ? district
                : own.size() == 1 ? own.get(0).area() : null;
        if (one == null) {
            model.addAttribute("districts", overview.page(chosen, own, page));
            return "desk/penugasan";
        }
        var about = overview.of(chosen, one);
        model.addAttribute("view", assignments.view(about, actor));
        model.addAttribute("several", own.size() > 1);
        model.addAttribute("mayAssign", actor.may(Permission.ASSIGN_STAFF, about.district()));
        return "desk/penugasan";
    }

    @PostMapping("/surat")
    ResponseEntity<byte[]> letters(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "kecamatan") String district,
            @RequestParam(name = "penugasan", required = false) @Nullable List<Long> assignments,
            @RequestParam(name = "baru", defaultValue = "false") boolean first,
            Actor actor) {
        var about = overview.of(overview.round(election, round), district);
        var wanted = new AssignmentLetters.Wanted(assignments == null ? List.of() : assignments, first);
        var pdf = letters.print(about, wanted, signInPage(), actor);
        var file = ContentDisposition.attachment()
                .filename("surat-tugas-" + about.district() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(pdf);
    }

    @PostMapping("/bimtek")
    String training(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "kecamatan") String district,
            @RequestParam(name = "semua", required = false) @Nullable List<Long> all,
            @RequestParam(name = "hadir", required = false) @Nullable List<Long> attended,
            Actor actor) {
        var about = overview.of(overview.round(election, round), district);
        var present = attended == null ? List.<Long>of() : attended;
        var missed = all == null
                ? List.<Long>of()
                : all.stream().filter(id -> !present.contains(id)).toList();
        assignments.train(about, present, missed, actor);
        return back(about);
    }

    @PostMapping("/ganti")
    String replace(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "kecamatan") String district,
            @RequestParam(name = "penugasan") long assignment,
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "telepon", defaultValue = "") String phone,
            @RequestParam(name = "nip", defaultValue = "") String nip,
            @RequestParam(name = "sk", defaultValue = "") String sk,
            @RequestParam(name = "tanggal_sk", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate skDate,
            @RequestParam(name = "alasan", defaultValue = "") String reason,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var about = overview.of(overview.round(election, round), district);
        try {
            var person = new PersonEntry(null, null, name, nip, phone, null, null);
            replacements.replace(
                    about,
                    new Replacements.Replacement(assignment, person, sk.isBlank() ? null : sk, skDate, reason),
                    actor);
            return back(about) + "&diganti";
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.refusal(refusal));
            model.addAttribute("typed", new Typed(assignment, name, phone, nip, sk, reason));
            return show(about.round().electionCode(), about.round().code(), about.district(), 0, actor, model);
        }
    }

    private static String back(AssignmentCase about) {
        return "redirect:" + AssignmentMessages.PAGE + "?kecamatan=" + about.district() + "&election="
                + about.round().electionCode() + "&round=" + about.round().code();
    }

    private static String signInPage() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/masuk")
                .toUriString();
    }
}
