package id.deskpilkada.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the running application, called as every role and as nobody, about the objects of another district and about one's own. An address that a later feature
 * adds is walked by itself; where the walk cannot fill it in, it says what to add.
 */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessWalkTests {

    private static final String NOBODY = "nobody";
    private static final Path MATRIX = Path.of("docs/security/access-matrix.md");

    @Autowired
    Installation installation;

    @Autowired
    MarkedDistricts districts;

    @Autowired
    Sides sides;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    CacheManager caches;

    @LocalServerPort
    int port;

    private final List<Walker> walkers = Stream.concat(Walker.ofTheDistrict().stream(), Walker.ofTheRegency().stream())
            .toList();
    private final Map<Walker, Caller> callers = new LinkedHashMap<>();
    private final Map<Walker, Map<Walk.Call, Caller.Answer>> met = new LinkedHashMap<>();
    private List<Endpoint> endpoints = List.of();
    private Rows rows;
    private Walk walk;

    @BeforeAll
    void everythingInBarosCarriesAMark() {
        districts.begin(port, walkers);
        walkers.forEach(walker -> callers.put(walker, Caller.signedIn(port, walker.username())));
        endpoints = Endpoint.of(mappings);
        rows = new Rows(installation.asOwner());
        walk = new Walk(endpoints, rows, this::nobodyHasAskedTooMuchYet);
    }

    /** A walk asks more in a minute than a person may. */
    @BeforeEach
    void nobodyHasAskedTooMuchYet() {
        Objects.requireNonNull(caches.getCache("request-rates")).clear();
    }

    @Test
    @Order(1)
    void everyAddressCanBeWalked() {
        assertThat(endpoints.stream().flatMap(endpoint -> Walk.missing(endpoint).stream()))
                .isEmpty();
        assertThat(endpoints).hasSizeGreaterThan(50);
    }

    @Test
    @Order(2)
    void nobodyReachesAnotherDistrict() {
        var leaks = new ArrayList<>(leaks(NOBODY, Caller.nobody(port)));
        for (var walker : Walker.ofTheDistrict()) {
            leaks.addAll(leaks(walker.role(), callers.get(walker)));
        }
        assertThat(leaks).isEmpty();
    }

    private List<String> leaks(String who, Caller caller) {
        var leaks = new ArrayList<String>();
        var changes = walk.refused(caller, sides.baros(), (call, answer) -> leaks.addAll(leaks(who, call, answer)));
        changes.forEach(change -> leaks.add(who + " " + change));
        return leaks;
    }

    private static List<String> leaks(String who, Walk.Call call, Caller.Answer answer) {
        var leaks = new ArrayList<String>();
        var what = who + " " + call + " -> " + answer.status() + " ";
        Marks.found(answer.text(), call.values())
                .ifPresent(mark -> leaks.add(what + "shows something of another district: " + mark));
        if (Samples.namesAnObject(call.endpoint()) && !answer.refused() && !Expected.answersAnybody(call.endpoint())) {
            leaks.add(what + "is no refusal");
        }
        return leaks;
    }

    /** With every check of the services off: what is left is the database. */
    @Test
    @Order(3)
    void theDatabaseAloneKeepsDistrictsApart() {
        var leaks = new ArrayList<String>();
        var reached = new HashSet<String>();
        for (var walker : Walker.ofTheDistrict()) {
            var caller = callers.get(walker);
            caller.checkedNowhere(true);
            walk.as(caller, Walk.Manner.READING, sides.baros(), (call, answer) -> {
                if (answer.success() && Samples.namesAnObject(call.endpoint())) {
                    reached.add(call.endpoint().key());
                }
                Marks.found(answer.text(), Marks.with(call.values(), MarkedDistricts.PUBLIC_ADDRESS))
                        .filter(mark -> !Expected.isKeptApartByServicesAlone(call.endpoint()))
                        .ifPresent(mark -> leaks.add(walker.role() + " " + call + ": " + mark));
            });
            caller.checkedNowhere(false);
        }
        assertThat(leaks).isEmpty();
        assertThat(reached).as("the checks of the services are off").contains("GET /api/c1/{race}/{tps}");
    }

    @Test
    @Order(4)
    void theEngineOpensNothingOfAnotherDistrict() {
        var reached = new ArrayList<String>();
        for (var walker : Walker.ofTheDistrict()) {
            engine(walker).reached(rows).forEach(what -> reached.add(walker.role() + " " + what));
        }
        assertThat(reached).isEmpty();
    }

    private EngineWalk engine(Walker walker) {
        return new EngineWalk(callers.get(walker), sides.engineObjectsOfBaros(walker.username()));
    }

    /** Counts and lists too: what one district sees stays the same whatever happens in the other. Whom a rule refuses it refuses then as well. */
    @Test
    @Order(5)
    void whatADistrictSeesDoesNotDependOnAnother() {
        var before = seen(any -> true);
        before.values().removeIf(answer -> answer.startsWith("403 "));
        districts.goOnInBaros();
        var after = seen(before::containsKey);
        var differences = before.keySet().stream()
                .filter(call -> !before.get(call).equals(after.get(call)))
                .map(call -> call + ": " + Marks.difference(before.get(call), String.valueOf(after.get(call))))
                .toList();
        assertThat(differences).isEmpty();
    }

    /** @param wanted the calls that are made, by the key under which the answer stands */
    private Map<String, String> seen(Predicate<String> wanted) {
        var seen = new LinkedHashMap<String, String>();
        for (var walker : Walker.ofTheDistrict()) {
            nobodyHasAskedTooMuchYet();
            callers.get(walker).beginAnew();
            engine(walker).told().forEach((path, answer) -> seen.put(walker.role() + " " + path, answer));
            read(walker, call -> wanted.test(walker.role() + " " + call))
                    .forEach((call, answer) ->
                            seen.put(walker.role() + " " + call, answer.status() + " " + Marks.lasting(answer.text())));
        }
        return seen;
    }

    /** What they meet of their own is kept, so that nobody has to ask it again. */
    private Map<Walk.Call, Caller.Answer> read(Walker walker, Predicate<Walk.Call> wanted) {
        var answers = new LinkedHashMap<Walk.Call, Caller.Answer>();
        walk.as(callers.get(walker), Walk.Manner.READING, sides.kramatwatu(walker), wanted, answers::put);
        met.computeIfAbsent(walker, any -> new LinkedHashMap<>()).putAll(answers);
        return answers;
    }

    /** Whoever could type a form again must not know it: not by the form, the ledger, the tally or a page. */
    @Test
    @Order(6)
    void whoeverCouldVerifyAFormLearnsNothingOfItWhileItIsUndecided() {
        var desk = walker("desk");
        sides.openWide(MarkedDistricts.own(desk.number()));

        assertThat(told(walker("district-verifier"))).isEmpty();
        assertThat(told(desk)).isEmpty();
        assertThat(told(walker("camat"))).isNotEmpty();
    }

    /** Where a person is told the figures, or what the rules found, of the form that is theirs in this walk. */
    private List<String> told(Walker walker) {
        var marks = Figures.marks(MarkedDistricts.first(walker.number()), MarkedDistricts.second(walker.number()));
        var answers = met.containsKey(walker) ? met.get(walker) : read(walker, any -> true);
        return answers.entrySet().stream()
                .filter(one -> marks.matcher(one.getValue().text()).find()
                        || one.getValue().text().contains("\"rules\":[{"))
                .map(one -> one.getKey() + " -> " + one.getValue().text())
                .toList();
    }

    @Test
    @Order(7)
    void whoMeetsWhatIsWrittenDown() throws IOException {
        var roles = Stream.concat(Stream.of(NOBODY), walkers.stream().map(Walker::role))
                .toList();
        var matrix = new AccessMatrix(roles);
        walk.as(
                Caller.nobody(port),
                Walk.Manner.WORKING,
                sides.kramatwatu(walkers.get(0)),
                (call, answer) -> note(matrix, NOBODY, call, answer, false));
        for (var walker : walkers) {
            var own = sides.kramatwatu(walker);
            var bounded = !walker.scope().equals("36.04");
            var read = met.getOrDefault(walker, Map.of());
            read.forEach((call, answer) -> note(matrix, walker.role(), call, answer, bounded));
            walk.as(
                    callers.get(walker),
                    read.isEmpty() ? Walk.Manner.WORKING : Walk.Manner.CHANGING,
                    own,
                    (call, answer) -> note(matrix, walker.role(), call, answer, bounded));
        }

        assertThat(matrix.closed()).containsExactlyInAnyOrderElementsOf(Expected.closed());
        if (Boolean.getBoolean("desk.matrix.write")) {
            Files.createDirectories(MATRIX.getParent());
            Files.writeString(MATRIX, matrix.page());
        }
        assertThat(matrix.page())
                .as(
                        "Somebody may now do more or less than before, or an address is new. Look at it, then write %s anew with -Ddesk.matrix.write=true",
                        MATRIX)
                .isEqualTo(Files.exists(MATRIX) ? Files.readString(MATRIX) : "");
    }

    private static void note(AccessMatrix matrix, String role, Walk.Call call, Caller.Answer answer, boolean bounded) {
        var signedOut = answer.toSignIn() && !role.equals(NOBODY);
        if (answer.refused() && !signedOut && !Expected.isOpenToAll(call.endpoint())) {
            matrix.refused(call.endpoint(), role);
        } else {
            matrix.allowed(call.endpoint(), role, bounded && Samples.namesAnObject(call.endpoint()));
        }
    }

    private Walker walker(String role) {
        return walkers.stream()
                .filter(walker -> walker.role().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
