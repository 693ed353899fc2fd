// Every page works without this file. It saves a few presses for those who have it.
import {closeMenus, openBesideQuestion, focusErrors, pressOnce} from "./pieces.js";

focusErrors(document);
openBesideQuestion(document);
closeMenus(document);
pressOnce(document);
