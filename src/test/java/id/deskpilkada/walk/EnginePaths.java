package id.deskpilkada.walk;

import java.util.List;

/** Addresses of the engine's own interface, as its webapps use it; in braces the object of a district that they name. */
final class EnginePaths {

    static final String ROOT = "/camunda/api/engine/engine/default";

    /** One thing, by its key: of another district there is nothing to be had. */
    static final List<String> OBJECTS = List.of(
            "/task/{task}",
            "/task/{task}/variables",
            "/task/{task}/variables/reportId",
            "/task/{task}/localVariables",
            "/task/{task}/form",
            "/task/{task}/form-variables",
            "/task/{task}/deployed-form",
            "/task/{task}/rendered-form",
            "/task/{task}/identity-links",
            "/task/{task}/comment",
            "/task/{task}/attachment",
            "/process-instance/{instance}",
            "/process-instance/{instance}/variables",
            "/process-instance/{instance}/variables/reportId",
            "/process-instance/{instance}/activity-instances",
            "/execution/{instance}",
            "/execution/{instance}/localVariables",
            "/variable-instance/{variable}",
            "/history/process-instance/{instance}",
            "/history/variable-instance/{variable}",
            "/user/{user}/profile",
            "/group/{group}",
            "/identity/groups?userId={user}");

    /** Lists narrowed to a thing of another district: they are empty. */
    static final List<String> NARROWED = List.of(
            "/task?processInstanceId={instance}",
            "/task?candidateGroup={group}",
            "/task?assignee={user}",
            "/task?processInstanceBusinessKeyLike=%25{tps}",
            "/process-instance?businessKeyLike=%25{tps}",
            "/process-instance?processInstanceIds={instance}",
            "/execution?processInstanceId={instance}",
            "/variable-instance?processInstanceIdIn={instance}",
            "/event-subscription?processInstanceId={instance}",
            "/incident?processInstanceId={instance}",
            "/job?processInstanceId={instance}",
            "/history/process-instance?processInstanceIds={instance}",
            "/history/task?processInstanceId={instance}",
            "/history/activity-instance?processInstanceId={instance}",
            "/history/variable-instance?processInstanceId={instance}",
            "/history/detail?processInstanceId={instance}",
            "/history/identity-link-log?taskId={task}",
            "/history/user-operation?processInstanceId={instance}",
            "/authorization?userIdIn={user}",
            "/user?id={user}",
            "/user?memberOfGroup={group}",
            "/group?id={group}",
            "/group?member={user}");

    /** What anybody may ask for: it is the same whatever happens in another district. */
    static final List<String> LISTS = List.of(
            "/task",
            "/task/count",
            "/task/report/candidate-group-count",
            "/process-instance",
            "/process-instance/count",
            "/execution",
            "/execution/count",
            "/variable-instance",
            "/variable-instance/count",
            "/event-subscription",
            "/event-subscription/count",
            "/external-task",
            "/incident",
            "/incident/count",
            "/job",
            "/job/count",
            "/job-definition",
            "/process-definition",
            "/process-definition/count",
            "/process-definition/statistics?failedJobs=true&incidents=true",
            "/process-definition/statistics/",
            "/camunda/api/engine/process-definition/statistics",
            "/camunda/api/engine/metrics/activity-instance-start/sum",
            "/process-definition/key/c1-capture/statistics?failedJobs=true",
            "/process-definition/key/c1-capture/xml",
            "/deployment",
            "/decision-definition",
            "/batch",
            "/batch/statistics",
            "/metrics",
            "/metrics/activity-instance-start/sum",
            "/metrics/activity-instance-start/sum/",
            "/metrics/task-users/sum",
            "/filter",
            "/filter/count",
            "/filter/{filter}/list",
            "/filter/{filter}/count",
            "/authorization",
            "/authorization/count",
            "/user",
            "/user/count",
            "/group",
            "/group/count",
            "/history/process-instance",
            "/history/process-instance/count",
            "/history/process-instance/report?reportType=duration&periodUnit=month",
            "/history/process-definition/{definition}/statistics?finished=true&canceled=true&completeScope=true",
            "/history/process-definition/cleanable-process-instance-report",
            "/history/activity-instance",
            "/history/activity-instance/count",
            "/history/task",
            "/history/task/count",
            "/history/task/report?reportType=count",
            "/history/variable-instance",
            "/history/variable-instance/count",
            "/history/detail",
            "/history/detail/count",
            "/history/identity-link-log",
            "/history/identity-link-log/count",
            "/history/user-operation",
            "/history/user-operation/count",
            "/history/incident",
            "/history/incident/count",
            "/history/job-log",
            "/history/job-log/count",
            "/history/batch",
            "/history/decision-instance",
            "/schema/log",
            "/telemetry/data",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/default/process-instance?processDefinitionKey=c1-capture",
            "/camunda/api/cockpit/plugin/base/default/incident");

    /** Method, address and body of what would change something. */
    static final List<String[]> CHANGES = List.of(
            change("POST", "/task/{task}/claim", "{\"userId\": \"{me}\"}"),
            change("POST", "/task/{task}/unclaim", "{}"),
            change("POST", "/task/{task}/complete", "{}"),
            change("POST", "/task/{task}/submit-form", "{}"),
            change("POST", "/task/{task}/resolve", "{}"),
            change("POST", "/task/{task}/delegate", "{\"userId\": \"{me}\"}"),
            change("POST", "/task/{task}/assignee", "{\"userId\": \"{me}\"}"),
            change("POST", "/task/{task}/identity-links", "{\"userId\": \"{me}\", \"type\": \"candidate\"}"),
            change("POST", "/task/{task}/comment/create", "{\"message\": \"uji\"}"),
            change("PUT", "/task/{task}/variables/uji", "{\"value\": 1, \"type\": \"Integer\"}"),
            change(
                    "POST",
                    "/task/{task}/variables",
                    "{\"modifications\": {\"uji\": {\"value\": 1, \"type\": \"Integer\"}}}"),
            change("PUT", "/task/{task}", "{\"name\": \"uji\"}"),
            change("DELETE", "/task/{task}", ""),
            change("PUT", "/process-instance/{instance}/variables/uji", "{\"value\": 1, \"type\": \"Integer\"}"),
            change("PUT", "/process-instance/{instance}/suspended", "{\"suspended\": true}"),
            change(
                    "POST",
                    "/process-instance/{instance}/modification",
                    "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"rekey-c1\"}]}"),
            change("DELETE", "/process-instance/{instance}", ""),
            change(
                    "POST",
                    "/process-instance/delete",
                    "{\"processInstanceIds\": [\"{instance}\"], \"deleteReason\": \"uji\"}"),
            change("POST", "/execution/{instance}/signal", "{}"),
            change("POST", "/message", "{\"messageName\": \"c1-new-entry\", \"processInstanceId\": \"{instance}\"}"),
            change("POST", "/process-definition/key/c1-capture/start", "{\"businessKey\": \"uji\"}"),
            change("PUT", "/process-definition/key/c1-capture/suspended", "{\"suspended\": true}"),
            change(
                    "POST",
                    "/filter/create",
                    "{\"resourceType\": \"Task\", \"name\": \"uji\", \"query\": {}, \"properties\": {}}"),
            change("DELETE", "/filter/{filter}", ""),
            change(
                    "POST",
                    "/authorization/create",
                    "{\"type\": 1, \"userId\": \"{me}\", \"resourceType\": 8, \"resourceId\": \"*\", \"permissions\": [\"ALL\"]}"),
            change(
                    "POST",
                    "/user/create",
                    "{\"profile\": {\"id\": \"uji\", \"firstName\": \"u\", \"lastName\": \"j\"}, \"credentials\": {\"password\": \"uji-uji-uji\"}}"),
            change("PUT", "/user/{user}/profile", "{\"id\": \"{user}\", \"firstName\": \"u\", \"lastName\": \"j\"}"),
            change("PUT", "/user/{user}/credentials", "{\"password\": \"uji-uji-uji\"}"),
            change("POST", "/user/{user}/unlock", ""),
            change("DELETE", "/user/{user}", ""),
            change("PUT", "/group/{group}/members/{me}", ""),
            change("DELETE", "/history/process-instance/{instance}", ""),
            change("DELETE", "/history/variable-instance/{variable}", ""));

    private EnginePaths() {}

    private static String[] change(String method, String path, String body) {
        return new String[] {method, path, body};
    }

    static String address(String path) {
        return path.startsWith("/camunda") ? path : ROOT + path;
    }
}
