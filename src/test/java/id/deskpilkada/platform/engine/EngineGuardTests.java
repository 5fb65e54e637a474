package id.deskpilkada.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.WholeApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine refuses below its interfaces, whoever asks. */
@WholeApplication
class EngineGuardTests {

    private static final String MODEL =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="probe">
              <bpmn:process id="guard-probe" isExecutable="true" camunda:historyTimeToLive="P5D">
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="work">%s</bpmn:sequenceFlow>
                %s<bpmn:sequenceFlow id="b" sourceRef="work" targetRef="end"/><bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final String TASK = "<bpmn:userTask id=\"work\">%s</bpmn:userTask>";

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProbeModels models;

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='work' scriptFormat='feel'><bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='work' camunda:class='java.lang.ProcessBuilder'/>",
                "<bpmn:serviceTask id='work' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:userTask id='work'><bpmn:extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='groovy'>1"
                        + "</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='work'><bpmn:extensionElements><camunda:executionListener event='start' class='java.io.File'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='work'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
                        + "</bpmn:extensionElements></bpmn:userTask>"
            })
    void aModelThatCarriesCodeIsRefused(String work) {
        assertThatThrownBy(() -> deploy(MODEL.formatted("", work))).hasStackTraceContaining("Model ditolak");
    }

    @Test
    void aConditionInAScriptLanguageIsRefused() {
        var condition =
                "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>true</bpmn:conditionExpression>";
        assertThatThrownBy(() -> deploy(MODEL.formatted(condition, TASK.formatted(""))))
                .hasStackTraceContaining("Model ditolak");
    }

    @Test
    void noScriptLanguageIsKnownWhateverLiesOnTheClassPath() {
        var scripts = configuration().getScriptEngineResolver();
        assertThat(scripts.getScriptEngine("feel", true)).isNull();
        assertThat(scripts.getScriptEngine("javascript", true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class.classLoader}",
                "${dataSource.connection}",
                "${environment.getProperty('desk.admin.password')}",
                "${runtimeService.createProcessInstanceQuery()}",
                "${electionRoundProcess.class.classLoader}",
                "${electionRoundProcess.getClass()}",
                "${electionRoundProcess.hashCode()}",
                "${execution.processEngineServices}"
            })
    void anExpressionReachesNothingButProcessBeans(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).satisfies(refused -> assertThat(stackTrace(refused))
                .containsAnyOf("PropertyNotFoundException", "MethodNotFoundException"));
    }

    @Test
    void anExpressionReachesAProcessBeanInsideAnInstanceOnly() {
        assertThat(evaluate("${electionRoundProcess.desk(null)}")).isEqualTo("desk-3604");
        assertThatThrownBy(() -> evaluate("${electionRoundProcess.desk(null)}", null))
                .hasMessageContaining("tidak diizinkan");
    }

    /** A stored filter, and a query that extends one, are evaluated without being a command. */
    @Test
    void aFilterWithAnExpressionOfItsOwnIsNotEvaluated() {
        var filters = engine.getFilterService();
        var tasks = engine.getTaskService();
        var query = tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${electionRoundProcess.desk(null)}")
                .endOr();
        var id = models.permitted(
                () -> filters.saveFilter(filters.newTaskFilter("probe").setQuery(query))
                        .getId());
        try {
            assertThatThrownBy(() -> filters.list(id)).hasStackTraceContaining("tidak diizinkan");
            assertThatThrownBy(() -> filters.count(id)).hasStackTraceContaining("tidak diizinkan");
        } finally {
            models.permitted(() -> {
                filters.deleteFilter(id);
                return id;
            });
        }
        var ours = filters.createFilterQuery()
                .filterName("Tugas saya")
                .singleResult()
                .getId();
        assertThatThrownBy(() -> filters.list(ours, query)).hasMessageContaining("tidak diizinkan");
    }

    @Test
    void afterTheStartNobodyDeploysOrWritesFiltersOrRights() {
        var repository = engine.getRepositoryService();
        var filters = engine.getFilterService();
        var rights = engine.getAuthorizationService();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("probe.bpmn", MODEL.formatted("", TASK.formatted("")))
                        .deploy())
                .isInstanceOf(AuthorizationException.class);
        var deployment =
                repository.createDeploymentQuery().listPage(0, 1).get(0).getId();
        assertThatThrownBy(() -> repository.deleteDeployment(deployment, true))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("probe")))
                .isInstanceOf(AuthorizationException.class);
        var right = rights.createNewAuthorization(0);
        right.setResource(Resources.FILTER);
        right.setResourceId("*");
        assertThatThrownBy(() -> rights.saveAuthorization(right)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aPersonAsksTheEngineForNothingButTasks() {
        engine.getIdentityService().setAuthenticatedUserId("admin");
        var runtime = engine.getRuntimeService();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("c1-capture", "probe"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.setVariables("any", Map.of("disputed", true)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.deleteProcessInstance("any", "")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.correlateMessage("c1-new-entry")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getManagementService().executeJob("any"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getManagementService().setProperty("any", ""))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getTaskService().newTask()).isInstanceOf(AuthorizationException.class);
        assertThat(engine.getTaskService().createTaskQuery().listPage(0, 1)).isEmpty();
    }

    @Test
    void aSerialisedValueIsOfAPlainTypeOrRefused() {
        var types = configuration().getDeserializationTypeValidator();
        assertThat(configuration().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(types.validate("java.lang.String")).isTrue();
        assertThat(types.validate("java.lang.ProcessBuilder")).isFalse();
        assertThat(types.validate("java.util.ArrayList")).isFalse();
    }

    private Object evaluate(String expression) {
        return evaluate(expression, StartProcessVariableScope.getSharedInstance());
    }

    private Object evaluate(String expression, VariableScope scope) {
        return configuration().getCommandExecutorTxRequired().execute(context -> configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(scope));
    }

    private static String stackTrace(Throwable failure) {
        var written = new StringWriter();
        failure.printStackTrace(new PrintWriter(written));
        return written.toString();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private void deploy(String model) {
        models.permitted(() -> engine.getRepositoryService()
                .createDeployment()
                .addString("guard-probe.bpmn", model)
                .deploy());
    }
}
