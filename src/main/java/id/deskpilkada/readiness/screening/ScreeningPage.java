package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Screening on our pages: a list to fill for the health service of an area, sums for the desk. Works without scripts. */
@Controller
@RequestMapping("/kesehatan")
class ScreeningPage {

    private static final int SIZE = 25;
    private static final int SHOWN_FAULTS = 50;

    private final Screenings screenings;
    private final ScreeningSummary summary;
    private final ScreeningDeletion deletion;
    private final ScreeningForm form;
    private final Imports imports;
    private final Elections elections;
    private final Regions regions;
    private final DeskSettings settings;
    private final Messages messages;

    ScreeningPage(
            Screenings screenings,
            ScreeningSummary summary,
            ScreeningDeletion deletion,
            ScreeningForm form,
            Imports imports,
            Elections elections,
            Regions regions,
            DeskSettings settings,
            Messages messages) {
        this.screenings = screenings;
        this.summary = summary;
        this.deletion = deletion;
        this.form = form;
        this.imports = imports;
        this.elections = elections;
        this.regions = regions;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String overview(@RequestParam(required = false) @Nullable String election, Actor actor, Model model) {
        actor.require(Permission.OPEN_HEALTH_PAGES);
        var chosen = chosen(election);
        model.addAttribute("elections", elections.all());
        model.addAttribute("election", chosen.orElse(null));
        model.addAttribute("regions", regions);
        chosen.ifPresent(one -> {
            model.addAttribute("eraseOn", deletion.day(one));
            model.addAttribute("mayErase", actor.may(Permission.SET_SCREENING_DELETION, settings.regency()));
            if (actor.may(Permission.SCREEN_OFFICERS)) {
                model.addAttribute("areas", screenings.progress(one.id(), actor));
            }
            if (actor.may(Permission.READ_SCREENING_SUMMARY, settings.regency())) {
                model.addAttribute("summary", summary.of(one.id(), actor));
            }
        });
        return "kesehatan/ringkas";
    }

    @GetMapping("/{puskesmas}")
    String list(
            @PathVariable long puskesmas,
            @RequestParam(name = "keadaan", required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        var wanted = state(state);
        model.addAttribute("puskesmas", screenings.puskesmas(puskesmas, actor));
        model.addAttribute("state", wanted == null ? null : wanted.name());
        model.addAttribute("states", ScreenedOfficer.State.values());
        model.addAttribute("found", screenings.page(puskesmas, wanted, Page.window(page, SIZE), actor));
        model.addAttribute("today", form.today());
        model.addAttribute("places", form);
        return "kesehatan/daftar";
    }

    /** Stores the rows of one page; what was not touched stays as it is. */
    @PostMapping("/{puskesmas}")
    String save(
            @PathVariable long puskesmas,
            @RequestParam Map<String, String> fields,
            Actor actor,
            RedirectAttributes next) {
        screenings.puskesmas(puskesmas, actor);
        try {
            var wanted = form.read(fields);
            if (!wanted.isEmpty()) {
                screenings.save(wanted, actor);
            }
            next.addFlashAttribute("saved", wanted.size());
        } catch (Problem refusal) {
            if (refusal.status().value() != 422) {
                throw refusal;
            }
            next.addFlashAttribute("notice", text(refusal));
        }
        next.addAttribute("page", fields.getOrDefault("page", "0"));
        if (state(fields.get("keadaan")) != null) {
            next.addAttribute("keadaan", fields.get("keadaan"));
        }
        return "redirect:/kesehatan/" + puskesmas;
    }

    /** The same as the list, from a file. */
    @PostMapping("/impor")
    String load(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            RedirectAttributes next)
            throws IOException {
        actor.require(Permission.SCREEN_OFFICERS);
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.unprocessable("FILE_MISSING");
            }
            var context = new ImportContext(election, dryRun, actor, file.getOriginalFilename());
            next.addFlashAttribute("loaded", imports.run("screenings", file.getBytes(), context));
        } catch (Problem refusal) {
            next.addFlashAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
            next.addFlashAttribute(
                    "faults",
                    refusal.errors().stream()
                            .limit(SHOWN_FAULTS)
                            .map(fault -> fault.row() + " · " + fault.column() + ": " + messages.problem(fault))
                            .toList());
        }
        return "redirect:/kesehatan";
    }

    @PostMapping("/penghapusan")
    String eraseOn(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(name = "tanggal", defaultValue = "") String day,
            Actor actor,
            RedirectAttributes next) {
        actor.require(Permission.SET_SCREENING_DELETION);
        try {
            deletion.set(
                    chosen(election).orElseThrow(() -> Problem.unprocessable("ELECTION_REQUIRED")),
                    ScreeningImporter.parsed(day).orElseThrow(() -> Problem.unprocessable("NOT_A_DAY")),
                    actor);
            next.addFlashAttribute("erasureSet", true);
        } catch (Problem refusal) {
            if (refusal.status().value() != 422) {
                throw refusal;
            }
            next.addFlashAttribute("notice", text(refusal));
        }
        return "redirect:/kesehatan";
    }

    private Optional<ElectionRef> chosen(@Nullable String code) {
        var all = elections.all();
        if (code != null && !code.isBlank()) {
            return all.stream().filter(one -> one.code().equals(code)).findFirst();
        }
        var active = elections.startedRounds().stream().findFirst().flatMap(round -> all.stream()
                .filter(one -> one.id() == round.electionId())
                .findFirst());
        return active.isPresent() ? active : all.stream().findFirst();
    }

    private String text(Problem refusal) {
        List<String> faults = refusal.errors().stream().map(messages::problem).toList();
        return faults.isEmpty() ? messages.problem(refusal.code(), refusal.arguments()) : String.join(" ", faults);
    }

    private static ScreenedOfficer.@Nullable State state(@Nullable String text) {
        for (var state : ScreenedOfficer.State.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return null;
    }
}
