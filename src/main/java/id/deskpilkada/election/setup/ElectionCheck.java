package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionDraft;
import id.deskpilkada.election.ElectionDraft.RaceDraft;
import id.deskpilkada.election.ElectionDraft.RoundDraft;
import id.deskpilkada.election.Law;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.election.setup.ElectionRequest.PagesRequest;
import id.deskpilkada.election.setup.ElectionRequest.RaceRequest;
import id.deskpilkada.election.setup.ElectionRequest.RoundRequest;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.RegionCode;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a requested election and names everything that is wrong with it in one pass. */
@Component
class ElectionCheck {

    static final String RACE_NOT_SUPPORTED = "RACE_NOT_SUPPORTED";

    private static final Set<String> LATER = Set.of("DPR", "DPRD", "DPRD-PROV", "DPRD-KAB", "DPRD-KOTA");
    private static final int MOST_PAGES = 20;

    private final Regions regions;

    ElectionCheck(Regions regions) {
        this.regions = regions;
    }

    /** @throws Problem 422 {@code MALFORMED} or {@code RACE_NOT_SUPPORTED} with every fault */
    ElectionDraft read(String code, ElectionRequest request) {
        var faults = new Faults();
        faults.code("code", code);
        var name = faults.name("name", request.name(), null);
        var date = faults.date("date", request.date());
        List<RaceDraft> races = races(request.races(), faults);
        List<RoundDraft> rounds = rounds(request.rounds(), faults);
        List<SlotRef> schedule = SlotCheck.read(request.schedule(), faults);
        faults.rejectIfAny();
        return new ElectionDraft(
                code, Objects.requireNonNull(name), Objects.requireNonNull(date), races, rounds, schedule);
    }

    private List<RaceDraft> races(@Nullable List<@Nullable RaceRequest> requests, Faults faults) {
        List<RaceDraft> races = new ArrayList<>();
        if (requests == null || requests.isEmpty()) {
            faults.add("races", null, "REQUIRED");
            return races;
        }
        for (int i = 0; i < requests.size(); i++) {
            RaceDraft race = race("races." + i, requests.get(i), faults);
            if (race != null) {
                races.add(race);
            }
        }
        Set<Law> laws = races.stream().map(race -> race.kind().law()).collect(Collectors.toSet());
        if (laws.size() > 1) {
            faults.add("races", null, "MIXED_LAWS");
        }
        return races;
    }

    private @Nullable RaceDraft race(String field, @Nullable RaceRequest request, Faults faults) {
        if (request == null) {
            faults.add(field, null, "REQUIRED");
            return null;
        }
        String code = faults.uniqueCode("races", field + ".code", request.code());
        RaceKind kind = code == null ? null : kind(field + ".code", code, faults);
        String region = kind == null ? null : region(field + ".region", request.region(), kind, faults);
        if (kind == null || region == null) {
            return null;
        }
        String name = faults.name(field + ".name", request.name(), kind.title());
        PagesRequest pages = request.pages() == null ? new PagesRequest(null, null) : request.pages();
        int plano = pages(field + ".pages.plano", pages.plano(), kind.pagesPlano(), faults);
        int salinan = pages(field + ".pages.salinan", pages.salinan(), kind.pagesSalinan(), faults);
        return name == null ? null : new RaceDraft(kind, name, region, plano, salinan);
    }

    private static @Nullable RaceKind kind(String field, String code, Faults faults) {
        var kind = RaceKind.of(code);
        if (kind.isEmpty() && LATER.contains(code)) {
            faults.add(field, code, RACE_NOT_SUPPORTED, code);
        } else if (kind.isEmpty()) {
            faults.add(field, code, "NOT_A_CHOICE", names(RaceKind.values()));
        }
        return kind.orElse(null);
    }

    /** Before regions are imported, those that contain the installation's own are known by its code. */
    private @Nullable String region(String field, @Nullable String given, RaceKind kind, Faults faults) {
        if (given == null || given.isBlank()) {
            faults.add(field, null, "REQUIRED");
            return null;
        }
        var code = RegionCode.parse(given.strip());
        if (code.isEmpty()) {
            faults.add(field, given, "MALFORMED_REGION_CODE");
            return null;
        }
        String area = code.get().area();
        if (regions.find(area).isEmpty() && !regions.installation().area().startsWith(area)) {
            faults.add(field, given, "UNKNOWN_REGION", given);
            return null;
        }
        if (!kind.heldAt(code.get().level())) {
            faults.add(field, given, "REGION_LEVEL", kind.name());
            return null;
        }
        return code.get().value();
    }

    private static int pages(String field, @Nullable Integer given, int otherwise, Faults faults) {
        if (given != null && (given < 1 || given > MOST_PAGES)) {
            faults.add(field, given.toString(), "OUT_OF_RANGE", "1", Integer.toString(MOST_PAGES));
        }
        return given == null ? otherwise : given;
    }

    private static @Nullable List<RoundDraft> rounds(@Nullable List<@Nullable RoundRequest> requests, Faults faults) {
        if (requests == null || requests.isEmpty()) {
            return null;
        }
        List<RoundDraft> rounds = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            RoundDraft round = round("rounds." + i, requests.get(i), faults);
            if (round != null) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static @Nullable RoundDraft round(String field, @Nullable RoundRequest request, Faults faults) {
        if (request == null) {
            faults.add(field, null, "REQUIRED");
            return null;
        }
        String code = faults.uniqueCode("rounds", field + ".code", request.code());
        String given = request.kind() == null ? RoundKind.REGULAR.name() : request.kind();
        var kind = Arrays.stream(RoundKind.values())
                .filter(value -> value.name().equals(given))
                .findFirst();
        if (kind.isEmpty()) {
            faults.add(field + ".kind", given, "NOT_A_CHOICE", names(RoundKind.values()));
        }
        var date = request.date() == null ? null : faults.date(field + ".date", request.date());
        List<String> tps = tps(field + ".tps", request.tps(), faults);
        return code == null || kind.isEmpty() ? null : new RoundDraft(code, kind.get(), date, tps);
    }

    private static @Nullable List<String> tps(String field, @Nullable List<@Nullable String> given, Faults faults) {
        if (given == null) {
            return null;
        }
        if (given.isEmpty()) {
            faults.add(field, null, "REQUIRED");
        }
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            String code = given.get(i);
            if (code == null || TpsCode.parse(code).isEmpty()) {
                faults.add(field + "." + i, code, "MALFORMED_TPS_CODE");
            } else {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}
