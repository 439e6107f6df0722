package org.statusevents.bootstrap.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Finds switches over a sealed type that take what they do not name, by a `default` or by a case
/// for the sealed type itself: when a case is added, nobody would be told. Exceptions and other
/// open types need a default and may have one.
public final class PatternSwitches {
  private PatternSwitches() {}

  /// The switches of `sources`, which are compiled against this JVM's class path, without writing
  /// anything.
  public static List<String> withDefault(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  problems,
                  List.of(
                      "-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      var _ = task.analyze();
      // Without its type a switch would be passed over.
      problems.getDiagnostics().stream()
          .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
          .findFirst()
          .ifPresent(problem -> {
            throw new IllegalStateException("the sources do not compile: " + problem);
          });
      Finder finder = new Finder(Trees.instance(task), task.getTypes(), found);
      units.forEach(unit -> finder.scan(unit, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Finder extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final Types types;
    private final List<String> found;

    Finder(Trees trees, Types types, List<String> found) {
      this.trees = trees;
      this.types = types;
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

    private void check(ExpressionTree expression, List<? extends CaseTree> cases) {
      TypeMirror switched = typeOf(expression);
      Element element = types.asElement(switched);
      if (element == null || !element.getModifiers().contains(Modifier.SEALED)) {
        return;
      }
      for (CaseTree one : cases) {
        for (CaseLabelTree label : one.getLabels()) {
          if (takesAll(switched, one, label)) {
            Path file = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName());
            found.add(file.getFileName() + ": switch " + expression + " with " + label);
          }
        }
      }
    }

    private boolean takesAll(TypeMirror switched, CaseTree one, CaseLabelTree label) {
      if (label instanceof DefaultCaseLabelTree) {
        return true;
      }
      return one.getGuard() == null
          && label instanceof PatternCaseLabelTree pattern
          && pattern.getPattern() instanceof BindingPatternTree binding
          && types.isSubtype(switched, typeOf(binding.getVariable().getType()));
    }

    private TypeMirror typeOf(Tree tree) {
      return types.erasure(trees.getTypeMirror(TreePath.getPath(getCurrentPath(), tree)));
    }
  }
}
