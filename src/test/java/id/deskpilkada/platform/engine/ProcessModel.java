package id.deskpilkada.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A drawn process as it lies in {@code processes/}, read without an engine. */
record ProcessModel(String stem, BpmnModelInstance bpmn) {

    static Stream<ProcessModel> all() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(ProcessModel::read)
                    .toList()
                    .stream();
        } catch (IOException notListed) {
            throw new UncheckedIOException(notListed);
        }
    }

    private static ProcessModel read(Path file) {
        try (InputStream xml = Files.newInputStream(file)) {
            return new ProcessModel(file.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromStream(xml));
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    <T extends ModelElementInstance> Collection<T> every(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Process process() {
        return every(Process.class).iterator().next();
    }

    Stream<FlowNode> nodes() {
        return every(FlowNode.class).stream();
    }

    Stream<SequenceFlow> flows() {
        return every(SequenceFlow.class).stream();
    }

    String text() {
        return Bpmn.convertToString(bpmn);
    }

    @Override
    public String toString() {
        return stem;
    }
}
