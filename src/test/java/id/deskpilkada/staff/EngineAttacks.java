package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The known holes of the engine, tried on a running application by the person who may do most. A query that is evaluated creates a file. */
public final class EngineAttacks {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final List<String> EXPRESSIONS = List.of(
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression",
            "assigneeExpression",
            "assigneeLikeExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "candidateUserExpression",
            "involvedUserExpression",
            "ownerExpression",
            "dueAfterExpression",
            "dueBeforeExpression",
            "dueDateExpression",
            "followUpAfterExpression",
            "followUpBeforeExpression",
            "followUpBeforeOrNotExistentExpression",
            "followUpDateExpression",
            "createdAfterExpression",
            "createdBeforeExpression",
            "createdOnExpression",
            "updatedAfterExpression");
    private static final List<String> OTHER_QUERIES = List.of(
            "/history/task",
            "/history/task/count",
            "/history/process-instance",
            "/history/process-instance/count",
            "/history/activity-instance",
            "/process-instance",
            "/process-instance/count",
            "/execution",
            "/external-task",
            "/external-task/count",
            "/job",
            "/job-definition",
            "/variable-instance");
    private static final List<String> CLOSED = List.of(
            "/filter/create",
            "/deployment/create",
            "/message",
            "/signal",
            "/condition",
            "/migration/execute",
            "/migration/generate",
            "/modification/execute",
            "/task/create",
            "/authorization/create",
            "/user/create",
            "/group/create",
            "/identity/verify",
            "/job/retries",
            "/process-definition/key/c1-capture/start",
            "/process-definition/key/c1-capture/submit-form",
            "/process-definition/key/c1-capture/restart",
            "/decision-definition/key/c1-verification/evaluate",
            "/process-instance/delete",
            "/process-instance/suspended-async",
            "/process-instance/job-retries",
            "/process-instance/variables-async",
            "/process-instance/message-async",
            "/history/process-instance/delete",
            "/history/process-instance/set-removal-time",
            "/history/decision-instance/delete",
            "/history/batch/set-removal-time",
            "/history/cleanup",
            "/external-task/fetchAndLock",
            "/telemetry/configuration",
            "/schema/log");
    private static final List<String> SETUPS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup/another/user/create",
            "/camunda/api/admin/setup/%64efault/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/setup%2Fdefault/user/create",
            "/camunda/api/admin/setup;jsessionid=1/default/user/create",
            "/camunda/api/admin/setup/default/user/create;a=b",
            "/camunda/api/admin//setup/default/user/create",
            "/camunda//api/admin/setup/default/user/create",
            "/camunda/api/admin/./setup/default/user/create",
            "/camunda/api/admin/auth/../setup/default/user/create",
            "/camunda/api/cockpit/..;/admin/setup/default/user/create",
            "/camunda/api/admin/setup./default/user/create",
            "/camunda/api/admin/SETUP/default/user/create",
            "/camunda/api/admin%5Csetup/default/user/create");
    private static final String NEW_ADMINISTRATOR =
            """
            {"profile":{"id":"maling","firstName":"m","lastName":"m"},"credentials":{"password":"maling-maling-99"}}""";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;
    private final String bearer;
    private final Path created;
    private String token = "";

    /** @param bearer credentials of an administrator */
    public EngineAttacks(int port, String bearer, Path folder) {
        this.root = "http://localhost:" + port;
        this.bearer = bearer;
        this.created = folder.resolve("created-by-a-query");
    }

    public void allFail() throws IOException, InterruptedException {
        withoutSigningInNothingIsReached();
        get("/camunda/app/tasklist/default/");
        noExpressionIsEvaluated();
        assertThat(created).doesNotExist();
        for (var path : CLOSED) {
            assertThat(post(ENGINE + path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        for (var path : SETUPS) {
            assertThat(post(path, NEW_ADMINISTRATOR).statusCode()).as(path).isIn(400, 403, 404);
        }
        assertThat(get(ENGINE + "/user?id=maling").body()).isEqualTo("[]");
        assertThat(get(ENGINE + "/task?maxResults=2001").statusCode()).isEqualTo(400);
    }

    private void withoutSigningInNothingIsReached() throws IOException, InterruptedException {
        for (var path : SETUPS) {
            assertThat(anonymous(path, BodyPublishers.ofString(NEW_ADMINISTRATOR)))
                    .as(path)
                    .isIn(400, 401, 403, 404);
        }
        for (var path : List.of(
                ENGINE + "/task",
                ENGINE + "/version",
                "/camunda/api/engine/engine",
                "/camunda/api/admin/auth/user/default")) {
            assertThat(anonymous(path, null)).as(path).isEqualTo(401);
        }
        for (var path : List.of(
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/admin/default/",
                "/camunda/lib/globals.js",
                "/camunda/favicon.ico")) {
            assertThat(anonymous(path, null)).as(path).isEqualTo(302);
        }
        assertThat(anonymous("/webjars/camunda/app/tasklist/index.html", null)).isEqualTo(403);
    }

    private void noExpressionIsEvaluated() throws IOException, InterruptedException {
        var filter = filter();
        for (var property : EXPRESSIONS) {
            var plain = "{\"%s\":\"%s\"}".formatted(property, expression());
            var nested = "{\"orQueries\":[%s]}".formatted(plain);
            for (var body : List.of(plain, nested, "{\"orQueries\":[%s]}".formatted(nested))) {
                for (var path : List.of("/task", "/task/count", filter + "/list", filter + "/count")) {
                    refused(path, body);
                }
            }
            refused("/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":%s}".formatted(nested));
        }
        var nested = "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(expression());
        for (var path : OTHER_QUERIES) {
            notEvaluated(path, nested);
            notEvaluated(path, "{\"assigneeExpression\":\"%s\"}".formatted(expression()));
        }
        for (var path : CLOSED) {
            refused(path, "{\"processInstanceQuery\":%1$s,\"query\":%1$s}".formatted(nested));
        }
    }

    /** The files that a stock 7.24.0 creates when it evaluates this. */
    private String expression() {
        return "${''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('%s').createNewFile()}"
                .formatted(created.toAbsolutePath());
    }

    private String filter() throws IOException, InterruptedException {
        var id = Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(get(ENGINE + "/filter").body());
        assertThat(id.find()).isTrue();
        return "/filter/" + id.group(1);
    }

    private void refused(String path, String body) throws IOException, InterruptedException {
        var answer = post(ENGINE + path, body);
        assertThat(answer.statusCode()).as(path + " " + body + answer.body()).isIn(400, 403);
        assertThat(answer.body()).as(path).doesNotContain("java.", "org.camunda");
        assertThat(created).as(path + body).doesNotExist();
    }

    /** These queries know no expressions, and some leave out what they do not know. */
    private void notEvaluated(String path, String body) throws IOException, InterruptedException {
        assertThat(post(ENGINE + path, body).statusCode()).as(path + body).isLessThan(500);
        assertThat(created).as(path + body).doesNotExist();
    }

    private int anonymous(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        var request = request(path);
        return HttpClient.newHttpClient()
                .send(
                        body == null
                                ? request.build()
                                : request.header("Content-Type", "application/json")
                                        .POST(body)
                                        .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header(
                        "Content-Type",
                        path.endsWith("/deployment/create") ? "multipart/form-data; boundary=x" : "application/json")
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(
                request.header("Authorization", "Bearer " + bearer).build(), HttpResponse.BodyHandlers.ofString());
        token = answer.headers().firstValue("X-XSRF-TOKEN").orElse(token);
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
    }
}
