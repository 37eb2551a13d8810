import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Prints what CoreNLP names in texts, a line each: file, class, name. */
public class CoreNlp {
  public static void main(String[] files) throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,lemma,ner");
    StanfordCoreNLP reader = new StanfordCoreNLP(p);
    for (String file : files) {
      CoreDocument doc = new CoreDocument(Files.readString(Path.of(file)));
      reader.annotate(doc);
      for (var m : doc.entityMentions()) {
        System.out.println(file + "\t" + m.entityType() + "\t" + m.text().replaceAll("\\s+", " "));
      }
    }
  }
}
