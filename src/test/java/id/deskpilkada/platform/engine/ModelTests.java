package id.deskpilkada.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTests {

    private static final String EMBEDDED = "embedded:deployment:";
    private static final String BEAN_CALL = "\\$\\{[a-z]\\w*Process\\.\\w+\\((execution|task)\\)}";
    private static final String FACT = "\\$\\{!?[a-z]\\w*}|\\$\\{[a-z]\\w* == '[A-Z_]+'}";

    static Stream<ProcessModel> models() {
        return ProcessModel.all();
    }

    @Test
    void thereAreModelsToTest() {
        assertThat(models()).extracting(ProcessModel::stem).contains("c1-capture", "c1-correction", "election-round");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileHoldsOneProcessOfItsName(ProcessModel model) {
        assertThat(model.every(Process.class)).extracting(Process::getId).containsExactly(model.stem());
        assertThat(model.process().isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessSaysWhichVersionItIsAndHowManyDaysItsHistoryIsKept(ProcessModel model) {
        assertThat(model.process().getCamundaVersionTag()).matches("\\d+\\.\\d+");
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatIsNotAJoinHasAName(ProcessModel model) {
        assertThat(model.nodes()
                        .filter(node -> !joins(node) && !(node instanceof ParallelGateway))
                        .filter(node -> blank(node.getName())))
                .extracting(FlowNode::getId)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskHasItsForm(ProcessModel model) {
        assertThat(model.every(UserTask.class)).allSatisfy(task -> assertThat(task.getCamundaFormKey())
                .isEqualTo(EMBEDDED + "forms/%s/%s.html", model.stem(), task.getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFormThatATaskNamesIsThere(ProcessModel model) {
        // A process whose forms folder is missing altogether has none of its forms yet.
        assertThat(model.every(UserTask.class).stream()
                        .map(task -> Path.of(task.getCamundaFormKey().substring(EMBEDDED.length())))
                        .filter(form -> Files.isDirectory(form.getParent())))
                .as("forms that tasks name and that are missing")
                .filteredOn(form -> !Files.isRegularFile(form))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskSaysWhatMayBeSubmittedAndIsPreparedWhenItIsCreated(ProcessModel model) {
        assertThat(model.every(UserTask.class)).allSatisfy(task -> {
            assertThat(inside(task, CamundaProperty.class))
                    .as("what %s accepts", task.getId())
                    .filteredOn(property -> "accepts".equals(property.getCamundaName()))
                    .singleElement()
                    // The model API reads value="" (nothing may be submitted) as null.
                    .extracting(property -> Objects.requireNonNullElse(property.getCamundaValue(), ""))
                    .asString()
                    .matches("(\\w+(,\\w+)*)?");
            assertThat(inside(task, CamundaTaskListener.class))
                    .as("listeners of %s", task.getId())
                    .filteredOn(listener -> "create".equals(listener.getCamundaEvent()))
                    .singleElement()
                    .extracting(CamundaTaskListener::getCamundaExpression)
                    .isEqualTo("${" + beanOf(model) + ".prepare(task)}");
            assertThat(task.getCamundaCandidateGroups())
                    .as("groups of %s", task.getId())
                    .matches(BEAN_CALL);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noScriptRunsAndNoClassIsNamed(ProcessModel model) {
        assertThat(model.text()).doesNotContainPattern("(?i)script|\\bclass=");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskCallsTheBeanOfItsProcess(ProcessModel model) {
        assertThat(model.every(ServiceTask.class)).allSatisfy(task -> assertThat(task.getCamundaExpression())
                .matches("\\$\\{" + beanOf(model) + "\\.\\w+\\(execution\\)}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSplittingGatewayAsksAQuestionThatItsFlowsAnswer(ProcessModel model) {
        assertThat(model.every(ExclusiveGateway.class))
                .filteredOn(gateway -> !joins(gateway))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName())
                            .as("question of %s", gateway.getId())
                            .endsWith("?");
                    assertThat(gateway.getIncoming())
                            .as("splits and joins are apart: %s", gateway.getId())
                            .hasSize(1);
                    assertThat(gateway.getDefault())
                            .as("default of %s", gateway.getId())
                            .isNotNull();
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName())
                                .as("answer of %s", flow.getId())
                                .isNotBlank();
                        assertThat(flow.getConditionExpression() == null)
                                .as("only the default has no condition: %s", flow.getId())
                                .isEqualTo(flow.equals(gateway.getDefault()));
                    });
                    assertThat(gateway.getOutgoing())
                            .extracting(SequenceFlow::getName)
                            .doesNotHaveDuplicates();
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aJoiningGatewayIsNotLabelled(ProcessModel model) {
        assertThat(model.nodes().filter(ModelTests::joins)).allMatch(join -> join.getName() == null);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aConditionIsABeanCallOrAFact(ProcessModel model) {
        assertThat(model.flows().map(SequenceFlow::getConditionExpression).filter(Objects::nonNull))
                .extracting(ConditionExpression::getTextContent)
                .allMatch(condition -> condition.matches(BEAN_CALL) || condition.matches(FACT));
    }

    private static boolean joins(FlowNode node) {
        return node instanceof EventBasedGateway
                || node instanceof ExclusiveGateway && node.getOutgoing().size() < 2;
    }

    private static boolean blank(String name) {
        return name == null || name.isBlank();
    }

    private static <T extends ModelElementInstance> Collection<T> inside(UserTask task, Class<T> type) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getModelInstance().getModelElementsByType(type).stream()
                        .filter(element -> within(element, task))
                        .toList();
    }

    private static boolean within(ModelElementInstance element, ModelElementInstance ancestor) {
        ModelElementInstance parent = element.getParentElement();
        return parent != null && (parent.equals(ancestor) || within(parent, ancestor));
    }

    /** {@code c1-capture} is run by {@code c1CaptureProcess}. */
    private static String beanOf(ProcessModel model) {
        StringBuilder name = new StringBuilder();
        for (String word : model.stem().split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name + "Process";
    }
}
