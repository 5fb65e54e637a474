package id.deskpilkada.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the marks of {@link TaskMark} before the names of tasks when they are created. */
@Component
class MarkedTasks extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskMark> marks;

    MarkedTasks(ObjectProvider<TaskMark> marks) {
        this.marks = marks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<BpmnParseListener>();
        var there = engine.getCustomPostBPMNParseListeners();
        listeners.addAll(there == null ? List.of() : there);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, MarkedTasks.this::mark);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private void mark(DelegateTask task) {
        var subject = task.getExecution().getProcessBusinessKey();
        var name = task.getName();
        if (subject == null || name == null) {
            return;
        }
        marks.orderedStream()
                .flatMap(mark -> mark.of(subject).stream())
                .findFirst()
                .filter(mark -> !name.startsWith(mark))
                .ifPresent(mark -> task.setName(mark + name));
    }
}
