package org.statusevents.bootstrap.architecture;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Finds switches over the cases of a type that have a `default` all the same: when a case is
/// added, nobody would be told.
public final class PatternSwitches {
  private PatternSwitches() {}

  public static List<String> withDefault(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        String name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        unit.accept(new Finder(name, found), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final String name;
    private final List<String> found;

    Finder(String name, List<String> found) {
      this.name = name;
      this.found = found;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      check(tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      check(tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private void check(Tree expression, List<? extends CaseTree> cases) {
      boolean patterns = has(cases, PatternCaseLabelTree.class);
      if (patterns && has(cases, DefaultCaseLabelTree.class)) {
        found.add(name + ": switch " + expression);
      }
    }

    private static boolean has(List<? extends CaseTree> cases, Class<?> label) {
      return cases.stream().flatMap(one -> one.getLabels().stream()).anyMatch(label::isInstance);
    }
  }
}
