import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';
import { createPortal } from './App';

const root = document.getElementById('root');
if (!root) {
  throw new Error("public/index.html lacks the element with the id 'root'");
}
ReactDOM.createRoot(root).render(createPortal().createRoot());
