package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The tick "kertas diterima", over HTTP and from our pages. */
@Controller
class PaperReceiptController {

    private final PaperReceipts receipts;
    private final Elections elections;

    PaperReceiptController(PaperReceipts receipts, Elections elections) {
        this.receipts = receipts;
        this.elections = elections;
    }

    /** @param received false takes the tick back; true when it is left out */
    record Tick(@Nullable String kind, @Nullable String slot, @Nullable String race, @Nullable Boolean received) {}

    record Papers(String tps, List<PaperReceipts.Line> papers) {}

    @GetMapping("/api/paper-receipts/{tps}")
    @ResponseBody
    Papers list(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return new Papers(tps, receipts.of(elections.round(election, round), tps, actor));
    }

    @PutMapping("/api/paper-receipts/{tps}")
    @ResponseBody
    Papers put(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody Tick tick,
            Actor actor) {
        var inRound = elections.round(election, round);
        var kind = tick.kind();
        var slot = tick.slot();
        if (kind == null || slot == null) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field(kind == null ? "kind" : "slot", null, "FIELD_REQUIRED")));
        }
        receipts.tick(inRound, tps, kind, slot, tick.race(), !Boolean.FALSE.equals(tick.received()), actor);
        return new Papers(tps, receipts.of(inRound, tps, actor));
    }

    /** From the call list, the page of the plan and the list of papers; {@code dari} tells which. */
    @PostMapping("/lapangan/kertas/{tps}")
    String tick(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "jenis", defaultValue = "C1") String kind,
            @RequestParam(name = "slot", defaultValue = "C1") String slot,
            @RequestParam(name = "pemilihan", required = false) @Nullable String race,
            @RequestParam(name = "batal", defaultValue = "false") boolean back,
            @RequestParam(name = "dari", defaultValue = "rencana") String from,
            @RequestParam(name = "wilayah", required = false) @Nullable String region,
            @RequestParam(name = "keadaan", required = false) @Nullable String state,
            Actor actor) {
        var inRound = elections.round(election, round);
        receipts.tick(inRound, tps, kind, slot, race, !back, actor);
        var page =
                switch (from) {
                    case "desk" ->
                        UriComponentsBuilder.fromPath("/desk/suara")
                                .queryParam("race", race)
                                .queryParam("region", tps.substring(0, 10))
                                .fragment("belum-masuk");
                    case "kertas" ->
                        UriComponentsBuilder.fromPath("/desk/kertas")
                                .queryParam("kind", kind)
                                .queryParam("slot", slot)
                                .queryParamIfPresent("race", Optional.ofNullable(race))
                                .queryParamIfPresent("region", Optional.ofNullable(region))
                                .queryParamIfPresent("keadaan", Optional.ofNullable(state))
                                .fragment("daftar");
                    default ->
                        UriComponentsBuilder.fromPath("/lapangan/rencana/" + tps)
                                .fragment("kertas");
                };
        return "redirect:"
                + page.queryParam("election", inRound.electionCode())
                        .queryParam("round", inRound.code())
                        .build()
                        .encode();
    }
}
