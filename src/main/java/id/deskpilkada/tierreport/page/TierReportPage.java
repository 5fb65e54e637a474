package id.deskpilkada.tierreport.page;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.reading.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One version of a report: its figures, what became of it, and what the reader may do with it now. Works without scripts and on a telephone. */
@Controller
@RequestMapping("/desk/laporan/{id:[0-9]+}")
class TierReportPage {

    private static final Set<String> ACTS = Set.of(
            Possible.SEAL,
            Possible.APPROVE,
            Possible.AGAIN,
            Possible.FORWARD,
            Possible.SEND_BACK,
            Possible.RETURN,
            Possible.CORRECT,
            Possible.CALLED,
            Possible.ATTACH);

    /** Fields of the form by what the refusal calls them. */
    private static final Map<String, String> FIELDS = Map.of(
            "capacity", "kedudukan",
            "onBehalfOf", "atasnama",
            "position", "jabatan",
            "rank", "pangkat",
            "nip", "nip",
            "remarks", "catatan",
            "reason", "alasan",
            "districts", "kecamatan",
            "file", "berkas");

    private final TierSheets sheets;
    private final TierActs acts;
    private final Attachments attachments;
    private final Messages messages;

    TierReportPage(TierSheets sheets, TierActs acts, Attachments attachments, Messages messages) {
        this.sheets = sheets;
        this.acts = acts;
        this.attachments = attachments;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @PathVariable long id,
            @RequestParam(name = "selesai", defaultValue = "") String done,
            Model model,
            Actor actor) {
        model.addAttribute("done", ACTS.contains(done) ? done : null);
        return shown(id, new LinkedMultiValueMap<>(), "laporan/satu", model, actor);
    }

    /** What changes by itself. */
    @GetMapping("/keadaan")
    String standing(@PathVariable long id, Model model, Actor actor) {
        return shown(id, new LinkedMultiValueMap<>(), "laporan/keadaan :: standing", model, actor);
    }

    @PostMapping
    String act(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        var act = typed.getFirst(TierActs.ACT);
        try {
            return done(acts.take(id, typed, actor), act);
        } catch (Problem refusal) {
            return refused(id, typed, refusal, response, model, actor);
        }
    }

    @PostMapping("/lampiran")
    String attach(
            @PathVariable long id,
            @RequestParam(defaultValue = "SCAN") String jenis,
            @RequestParam(required = false) @Nullable MultipartFile berkas,
            HttpServletResponse response,
            Model model,
            Actor actor)
            throws IOException {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add(TierActs.ACT, Possible.ATTACH);
        try {
            if (berkas == null || berkas.isEmpty()) {
                throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("file", null, "REQUIRED")));
            }
            var kind = jenis.equals("CERTIFIED") ? Attachments.Kind.CERTIFIED : Attachments.Kind.SCAN;
            var name = berkas.getOriginalFilename();
            attachments.add(id, kind, name == null ? "" : name, berkas.getBytes(), actor);
        } catch (Problem refusal) {
            return refused(id, typed, refusal, response, model, actor);
        }
        return done(id, Possible.ATTACH);
    }

    private static String done(long id, @Nullable String act) {
        return "redirect:/desk/laporan/" + id + "?selesai=" + (act != null && ACTS.contains(act) ? act : "");
    }

    private String refused(
            long id,
            MultiValueMap<String, String> typed,
            Problem refusal,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        if (refusal.status() == HttpStatus.FORBIDDEN || refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        var page = shown(id, typed, "laporan/satu", model, actor);
        response.setStatus(refusal.status().value());
        var act = typed.getFirst(TierActs.ACT);
        model.addAttribute("refused", act != null && ACTS.contains(act) ? act : "");
        model.addAttribute("wrong", wrong(refusal));
        model.addAttribute("notice", messages.refusal(refusal));
        if (refusal.status() == HttpStatus.CONFLICT && model.getAttribute("sheet") instanceof TierSheet sheet) {
            model.addAttribute("news", sheets.news(sheet.report(), seen(typed)));
        }
        return page;
    }

    private static long seen(MultiValueMap<String, String> typed) {
        var step = typed.getFirst("langkah");
        return step != null && step.matches("[0-9]{1,18}") ? Long.parseLong(step) : Long.MAX_VALUE;
    }

    /** What is wrong with which field of the form. */
    private Map<String, String> wrong(Problem refusal) {
        return refusal.code().equals("TIER_NOT_CONFIRMED")
                ? Map.of(TierActs.CHECKED, messages.problem(refusal.code(), refusal.arguments()))
                : refusal.errors().stream()
                        .filter(error -> !field(error).isEmpty())
                        .collect(Collectors.toMap(TierReportPage::field, messages::problem, (one, other) -> one));
    }

    private static String field(FieldProblem error) {
        return error.field() == null ? "" : FIELDS.getOrDefault(error.field(), "");
    }

    private String shown(long id, MultiValueMap<String, String> typed, String view, Model model, Actor actor) {
        model.addAttribute("sheet", sheets.of(id, actor));
        model.addAttribute("typed", new TypedWords(typed));
        return view;
    }
}
