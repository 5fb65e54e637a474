package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.engine.ProbeModels;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class WebappsTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identities;

    @Autowired
    ObjectMapper json;

    @Autowired
    ProbeModels models;

    @LocalServerPort
    int port;

    private String deployment;

    @BeforeEach
    void twoVillagesAndADistrictAtWork() {
        installation.empty();
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.region (code, area, name, level) VALUES ('36.04', '3604', 'Serang', 'REGENCY'),
                        ('36.04.05', '360405', 'Kramatwatu', 'DISTRICT'), ('36.04.05.2002', '3604052002', 'Baros', 'VILLAGE')
                        """);
        var people = new People(staff, secrets);
        people.add("baros", "Siti Baros", "village-admin@36.04.05.2002");
        people.add("lain", "Udin Lain", "village-admin@36.04.05.2003");
        people.add("camat", "Ibu Camat", "camat@36.04.05");
        deployment = models.permitted(() -> engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "probe.bpmn",
                        Bpmn.createExecutableProcess("probe")
                                .camundaHistoryTimeToLive(5)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups("${group}")
                                .endEvent()
                                .done())
                .deploy()
                .getId());
        task("village-admin-3604052002");
        task("village-admin-3604052003");
        task("camat-360405");
    }

    @AfterEach
    void undeploy() {
        models.permitted(() -> {
            engine.getRepositoryService().deleteDeployment(deployment, true);
            return deployment;
        });
    }

    @Test
    void tasklistShowsTheVillageAdminOfBarosTheTasksOfBarosOnly() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);

        var tasks = read(baros, ENGINE + "/task");
        assertThat(tasks).hasSize(1);
        var groups = read(baros, ENGINE + "/task/" + tasks.get(0).path("id").asText() + "/identity-links");
        assertThat(groups.findValuesAsText("groupId")).containsExactly("village-admin-3604052002");

        var foreign = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("village-admin-3604052003")
                .singleResult();
        assertThat(baros.get(ENGINE + "/task/" + foreign.getId()).statusCode()).isIn(403, 404);
        assertThat(baros.get(ENGINE + "/task/" + foreign.getId() + "/variables").statusCode())
                .isIn(403, 404);
    }

    /** Whoever gets this class loaded by a query has run code of their own in the application. */
    static class Loaded {
        static {
            System.setProperty("desk.test.loaded-by-a-query", "yes");
        }
    }

    /** CVE-2026-109432: 7.24.0 evaluates the expressions of nested queries. */
    @Test
    void anExpressionInANestedQueryIsRefusedAndNotEvaluated() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        baros.get("/camunda/app/tasklist/default/");
        var token = baros.cookie("XSRF-TOKEN").orElseThrow().getValue();
        var query =
                """
                {"orQueries": [{"assigneeExpression": "${''.getClass().forName('id.deskpilkada.staff.WebappsTests$Loaded').getName()}"}]}""";
        var answer = baros.post(ENGINE + "/task?maxResults=10", "application/json", query, "X-XSRF-TOKEN", token);
        assertThat(answer.statusCode() + answer.body()).startsWith("400").contains("tidak diizinkan");
        assertThat(System.getProperty("desk.test.loaded-by-a-query")).isNull();
    }

    /** The engine runs the query of a filter, with what the caller adds to it, as no command of its own. */
    @Test
    void anExpressionAddedToAFilterIsRefusedAndNotEvaluated() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        baros.get("/camunda/app/tasklist/default/");
        var token = baros.cookie("XSRF-TOKEN").orElseThrow().getValue();
        var filter = read(baros, ENGINE + "/filter").get(0).get("id").asText();
        for (var nested : List.of("[{%s}]", "[{\"orQueries\": [{%s}]}]")) {
            var query =
                    "{\"orQueries\": " + nested.formatted("\"assigneeExpression\": \"${'b'.concat('aros')}\"") + "}";
            for (var path : List.of("/filter/" + filter + "/list", "/filter/" + filter + "/count", "/task")) {
                var answer = baros.post(ENGINE + path, "application/json", query, "X-XSRF-TOKEN", token);
                assertThat(answer.statusCode() + answer.body())
                        .as(path + query)
                        .startsWith("400")
                        .contains("tidak diizinkan");
            }
        }
    }

    @Test
    void theFiltersShowEachReaderTheirOwn() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        var camat = new Browser(port).signIn("camat", People.PASSWORD);

        assertThat(read(baros, ENGINE + "/filter?sortBy=filterId&sortOrder=asc").findValuesAsText("name"))
                .containsExactlyInAnyOrder("Tugas saya", "Tugas kecamatan", "Terlambat", "Konfirmasi terlambat");
        assertThat(count(baros, "Konfirmasi terlambat")).isZero();
        assertThat(count(baros, "Tugas saya")).isEqualTo(1);
        assertThat(count(baros, "Tugas kecamatan")).isZero();
        assertThat(count(camat, "Tugas saya")).isEqualTo(1);
        assertThat(count(camat, "Tugas kecamatan")).isEqualTo(1);
        assertThat(count(baros, "Terlambat")).isZero();

        var task = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("village-admin-3604052002")
                .singleResult();
        task.setDueDate(Date.from(Instant.now().minusSeconds(60)));
        engine.getTaskService().saveTask(task);
        assertThat(count(baros, "Terlambat")).isEqualTo(1);

        task.setFollowUpDate(Date.from(Instant.now().plusSeconds(3600)));
        engine.getTaskService().saveTask(task);
        assertThat(count(baros, "Terlambat")).isZero();
        assertThat(count(baros, "Tugas saya")).isZero();
    }

    @Test
    void aTaskThatAColleagueHoldsIsNotMine() {
        new People(staff, secrets).add("baros2", "Dua Baros", "village-admin@36.04.05.2002");
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("village-admin-3604052002")
                .singleResult();
        engine.getTaskService().claim(task.getId(), "baros2");

        assertThat(count(new Browser(port).signIn("baros", People.PASSWORD), "Tugas saya"))
                .isZero();
        assertThat(count(new Browser(port).signIn("baros2", People.PASSWORD), "Tugas saya"))
                .isEqualTo(1);
    }

    @Test
    void nobodyStartsAnInstanceOrOpensCockpitWithoutTheRole() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        baros.get("/camunda/app/tasklist/default/");
        var token = baros.cookie("XSRF-TOKEN").orElseThrow().getValue();

        assertThat(baros.post(
                                ENGINE + "/process-definition/key/probe/start",
                                "application/json",
                                "{}",
                                "X-XSRF-TOKEN",
                                token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(3);
        assertThat(baros.get("/camunda/app/cockpit/default/").body()).doesNotContain("cockpit-bootstrap");
        assertThat(read(baros, ENGINE + "/process-definition").findValuesAsText("key"))
                .contains("probe");
        assertThat(baros.get(ENGINE + "/process-instance").statusCode()).isEqualTo(403);
        assertThat(read(baros, ENGINE + "/user").findValuesAsText("id")).containsExactly("baros");

        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        assertThat(read(admin, ENGINE + "/process-instance")).hasSize(3);
        assertThat(read(admin, ENGINE + "/user").findValuesAsText("id"))
                .containsExactlyInAnyOrder("admin", "baros", "camat", "lain");
    }

    @Test
    void theWebappsAreClosedWithoutSigningIn() {
        var stranger = new Browser(port);

        assertThat(stranger.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/camunda/app/tasklist/default/").headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/masuk?lanjut=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F"));
        for (var path : List.of(
                ENGINE + "/task",
                "/camunda/api/tasklist/plugin",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void theSetUpOfTheWebappsCreatesNobody() {
        var user =
                "{\"profile\":{\"id\":\"maling\",\"firstName\":\"m\",\"lastName\":\"m\"},\"credentials\":{\"password\":\"maling\"}}";
        assertThat(new Browser(port)
                        .post("/camunda/api/admin/setup/default/user/create", "application/json", user)
                        .statusCode())
                .isIn(401, 403);
        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        admin.get("/camunda/app/admin/default/");
        var token = admin.cookie("XSRF-TOKEN").orElseThrow().getValue();
        assertThat(admin.post(
                                "/camunda/api/admin/setup/default/user/create",
                                "application/json",
                                user,
                                "X-XSRF-TOKEN",
                                token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM public.act_id_user", Integer.class))
                .isZero();
    }

    @Test
    void theFilesOfTheWebappsAreNotServedPastTheirSignIn() {
        for (var path :
                List.of("/webjars/camunda/app/tasklist/index.html", "/webjars/camunda/app/cockpit/locales/id.json")) {
            assertThat(new Browser(port).get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aChangeWithoutTheWebappsTokenIsRefused() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        baros.get("/camunda/app/tasklist/default/");
        var task = ENGINE + "/task/"
                + read(baros, ENGINE + "/task").get(0).path("id").asText();

        var forged = baros.post(task + "/claim", "application/json", "{\"userId\":\"baros\"}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.headers().firstValue("X-XSRF-TOKEN")).hasValue("Required");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskAssignee("baros")
                        .count())
                .isZero();

        baros.get("/camunda/app/tasklist/default/");
        var token = baros.cookie("XSRF-TOKEN").orElseThrow().getValue();
        var claimed = baros.post(task + "/claim", "application/json", "{\"userId\":\"baros\"}", "X-XSRF-TOKEN", token);
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
    }

    @Test
    void theWebappsCookiesAreBoundToThisSite() {
        var plain = new Browser(port).signIn("baros", People.PASSWORD).get("/camunda/app/tasklist/default/");
        assertThat(plain.headers().allValues("Set-Cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(cookie -> cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID=") && cookie.contains("HttpOnly"));
    }

    @Test
    void anErrorOfTheEngineTellsNothingOfItsInside() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        for (var path : List.of(
                ENGINE + "/task?sortBy=nonsense&sortOrder=asc",
                ENGINE + "/task?createdBefore=nonsense",
                ENGINE + "/task/unknown/form",
                ENGINE + "/filter/unknown",
                "/camunda/api/engine/engine/another/task")) {
            var answer = baros.get(path);
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContainPattern("org\\.camunda|java\\.|\\sat |SELECT|7\\.24|Tomcat|Jersey");
        }
    }

    @Test
    void aListIsNeverEndless() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        assertThat(baros.get(ENGINE + "/task").statusCode()).isEqualTo(200);
        assertThat(baros.get(ENGINE + "/task?maxResults=2001").statusCode()).isEqualTo(400);
    }

    @Test
    void engineRestIsNotThere() {
        assertThat(new Browser(port)
                        .signIn("admin", "rahasia-admin-uji")
                        .get("/engine-rest/engine")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theEngineFindsPeopleAndGroupsByEveryQuery() {
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup("village-admin-3604052002")
                        .list())
                .extracting(User::getId)
                .containsExactly("baros");
        assertThat(identities.createUserQuery().userFirstNameLike("%ba_os").count())
                .isEqualTo(1);
        assertThat(identities.createUserQuery().orderByUserId().desc().listPage(1, 2))
                .extracting(User::getId)
                .containsExactly("camat", "baros");
        assertThat(identities.createGroupQuery().groupMember("camat").list())
                .extracting(Group::getName)
                .containsExactly("Camat Kramatwatu");
        assertThat(identities.createGroupQuery().groupType("WORKFLOW").count()).isEqualTo(6);
        assertThat(identities
                        .createGroupQuery()
                        .groupNameLike("admin desa%")
                        .orderByGroupName()
                        .asc()
                        .list())
                .extracting(Group::getName)
                .containsExactly("Admin desa 36.04.05.2003", "Admin desa Baros");
        assertThat(identities.isReadOnly()).isTrue();
    }

    @Test
    void aPersonWhoLeftIsOutOfTheWebappsToo() {
        var baros = new Browser(port).signIn("baros", People.PASSWORD);
        assertThat(read(baros, ENGINE + "/task")).hasSize(1);

        staff.deactivate(staff.person("baros").orElseThrow().id());

        assertThat(baros.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    private void task(String group) {
        engine.getRuntimeService().startProcessInstanceByKey("probe", Map.of("group", group));
    }

    private int count(Browser browser, String filter) {
        for (var known : read(browser, ENGINE + "/filter")) {
            if (known.path("name").asText().equals(filter)) {
                return read(browser, ENGINE + "/filter/" + known.path("id").asText() + "/count")
                        .path("count")
                        .asInt();
            }
        }
        throw new AssertionError("no filter " + filter);
    }

    private JsonNode read(Browser browser, String path) {
        var limited = path + (path.contains("?") ? "&" : "?") + "maxResults=100";
        var answer = browser.get(path.endsWith("/count") ? path : limited);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
